/**
 * Searches places, actors, claims and the article's words, by plain look-ups over folded text, which is made at the
 * first search.
 *
 * @typedef {import("./atlas.js").Atlas} Atlas
 * @typedef {"places"|"actors"|"claims"} Group
 * @typedef {import("./atlas.js").Names} Names
 * @typedef {{group: Group, names: Names, detail: string, of?: Names, feature: string, excerpt: string}} Entry of names the mark of a claim
 * @typedef {{own: string[], aliases?: string[]}} Line the names by which an entry is found
 * @typedef {{text: string, starts: Int32Array, entry: (line: number) => Entry}} Shelf a kind of entries, as
 *   folded text, a line for each: its own names with a tab round each, ALIASES, its aliases with a tab round each
 * @typedef {import("../reader/scroll.js").Span} Span
 */

import { fold, folded, placesOf } from "../core/fold.js";
import { lastAtMost } from "./columns.js";

const ALIASES = "\v";

/** @param {Atlas} atlas @returns {Shelf[]} */
export const indexOf = (atlas) => [places(atlas), actors(atlas), claims(atlas)];

/** @param {Atlas} atlas */
function places({ marks }) {
  const aliases = marks.column("aliases");
  const lines = marks.column("names").map((names, at) => ({ own: Object.values(names), aliases: aliases[at] ?? [] }));
  return shelf(lines, (at) => {
    const { id, kind, names } = marks.at(at);
    return { group: "places", names, detail: kind, feature: id, excerpt: "" };
  });
}

/** @param {Atlas} atlas */
function actors({ actors: all, claims, marks, onMap }) {
  const list = [...all.values()];
  const named = claims.column("actors");
  const lines = list.map(({ names, aliases = [], code }) => ({ own: Object.values(names), aliases: [...aliases, code] }));
  return shelf(lines, (at) => {
    const { id, names, code } = list[at];
    const own = onMap.find((mark) => mark.layer === id) ?? marks.all().find((mark) => mark.layer === id);
    const first = own ? own.claims.find((claim) => claim.actors.includes(id)) : undefined;
    const about = own ? -1 : named.findIndex((ids) => ids?.includes(id));
    const mention = about < 0 ? undefined : claims.at(about);
    const excerpt = (first ?? mention?.claim)?.excerpts[0] ?? "";
    return { group: "actors", names, detail: code, feature: (own ?? mention?.mark)?.id ?? "", excerpt };
  });
}

/** @param {Atlas} atlas */
function claims({ claims: all }) {
  const words = all.column("words");
  const lines = all.column("sentence").map((texts, at) => ({ own: Object.values(texts), aliases: words[at] ? [words[at]] : [] }));
  return shelf(lines, (at) => {
    const { claim, mark } = all.at(at);
    return { group: "claims", names: claim.sentence, detail: claim.basis, of: mark.names, feature: mark.id, excerpt: claim.excerpts[0] ?? "" };
  });
}

/** @param {Line[]} lines @param {(line: number) => Entry} entry @returns {Shelf} */
export function shelf(lines, entry) {
  const joined = (/** @type {string[]} */ names) => names.map(fold).join("\t");
  const parts = lines.map(({ own, aliases = [] }) => `\t${joined(own)}\t${ALIASES}\t${joined(aliases)}\t\n`);
  const text = parts.join("");
  const starts = new Int32Array(lines.length + 1);
  for (let line = 0; line < lines.length; line++) starts[line + 1] = text.indexOf("\n", starts[line]) + 1;
  return { text, starts, entry };
}

/**
 * The entries that contain every word of the query, the best first (see rankOf).
 * @param {Shelf[]} index @param {string} query @param {number} most of each shelf
 */
export function find(index, query, most = 6) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return index.flatMap((part) => bestOf(part, words, most).map((line) => part.entry(line)));
}

/** @param {Shelf} shelf @param {string[]} words @param {number} most @returns {number[]} lines */
function bestOf({ text, starts }, words, most) {
  /** @type {number[][]} */
  const ranked = [[], [], [], []];
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  for (let at = text.indexOf(longest); at >= 0 && ranked[0].length < most; ) {
    const line = lastAtMost(starts, at);
    const all = text.slice(starts[line], starts[line + 1]);
    if (words.every((word) => all.includes(word))) {
      ranked[rankOf(all, words)].push(line);
    }
    at = text.indexOf(longest, starts[line + 1]);
  }
  return ranked.flat().slice(0, most);
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

/** Where the folded query stands in a folded text; undefined for a query of less than two characters.
 * @param {string} text @param {string} query @returns {Span[]|undefined} */
export function occurrences(text, query) {
  const words = fold(query).trim();
  if (words.length < 2) return undefined;
  if (text !== last.text) last = { text, folded: folded(text) };
  return placesOf(last.folded, words);
}

/** The text that was searched last, kept so that it is not folded again at each letter that is typed. */
let last = { text: "", folded: folded("") };
