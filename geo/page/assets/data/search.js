/**
 * Searches names and sentences by plain look-ups over folded text, which is made at the first search (entries.js says
 * what can be found), and the article's words.
 *
 * @typedef {{own: string[], aliases?: string[]}} Line the names by which an entry is found
 * @typedef {import("./entries.js").Group} Group
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {{group: Group, text: string, starts: Int32Array, entry: (line: number) => Entry}} Shelf a kind of entries, as
 *   folded text, a line for each: its own names with a tab round each, ALIASES, its aliases with a tab round each
 * @typedef {{group: Group, total: number, entries: Entry[]}} Found the best entries of a shelf, of so many
 * @typedef {import("../reader/scroll.js").Span} Span
 */

import { folded, placesOf, searchable, searchedWords } from "../core/fold.js";
import { lastAtMost } from "./columns.js";

const ALIASES = "\v";

/** @param {Group} group @param {Line[]} lines @param {(line: number) => Entry} entry @returns {Shelf} */
export function shelf(group, lines, entry) {
  const joined = (/** @type {string[]} */ names) => [...new Set(names)].map((name) => searchable(name).trim()).join("\t");
  const parts = lines.map(({ own, aliases = [] }) => `\t${joined(own)}\t${ALIASES}\t${joined(aliases)}\t\n`);
  const text = parts.join("");
  const starts = new Int32Array(lines.length + 1);
  for (let line = 0; line < lines.length; line++) starts[line + 1] = starts[line] + parts[line].length;
  return { group, text, starts, entry };
}

/**
 * The entries that contain every word of the query, by shelves, the best first (see rankOf).
 * @param {Shelf[]} index @param {string} query @param {(group: Group) => number} most of each shelf @returns {Found[]}
 */
export function find(index, query, most) {
  const words = searchedWords(query);
  if (!words.length) return [];
  return index.flatMap((part) => {
    const lines = linesWith(part, words);
    if (!lines.length) return [];
    return [{ group: part.group, total: lines.length, entries: lines.slice(0, most(part.group)).map((line) => part.entry(line)) }];
  });
}

/** @param {Shelf} shelf @param {string[]} words @returns {number[]} lines */
function linesWith({ text, starts }, words) {
  /** @type {number[][]} */
  const ranked = [[], [], [], []];
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  for (let at = text.indexOf(longest); at >= 0;) {
    const line = lastAtMost(starts, at);
    const all = text.slice(starts[line], starts[line + 1]);
    if (words.every((word) => all.includes(word))) ranked[rankOf(all, words)].push(line);
    at = text.indexOf(longest, starts[line + 1]);
  }
  return ranked.flat();
}

/** The rank of a line for a query: 0 where a name equals it, 1 where an alias does, 2 where a name or an alias begins
 * with its first word, else 3.
 * @param {string} line @param {string[]} words */
function rankOf(line, words) {
  const query = `\t${words.join(" ")}\t`;
  const names = line.slice(0, line.indexOf(ALIASES));
  if (names.includes(query)) return 0;
  if (line.includes(query)) return 1;
  if (line.includes(`\t${words[0]}`)) return 2;
  return 3;
}

/** Where the query stands in a text, however it is written; undefined for a query of less than two characters.
 * @param {string} text @param {string} query @returns {Span[]|undefined} */
export function occurrences(text, query) {
  const words = searchable(query).trim();
  if (words.length < 2) return undefined;
  if (text !== last.text) last = { text, folded: folded(text) };
  return placesOf(last.folded, words);
}

/** The text that was searched last, kept so that it is not folded again at each letter that is typed. */
let last = { text: "", folded: folded("") };
