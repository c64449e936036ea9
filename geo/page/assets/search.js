/**
 * Finding: places, actors, claims and the article's words. Plain look-ups over one
 * index of folded text, built once.
 *
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {"places"|"actors"|"claims"|"words"} Group
 * @typedef {{group: Group, text: string, detail: string, feature: string|null,
 *   excerpt: string|null, folded: string}} Entry
 * @typedef {{start: number, end: number}} Span in UTF-16 units of the article
 */

import { nameIn } from "./data.js";

/** Letters that are typed for one another: Arabic and Persian keyboards differ. @type {Record<string, string>} */
const ALIKE = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", "’": "'", "‘": "'", "“": '"', "”": '"' };

/** Text as it is compared: no case, no accents or vowel signs, one form of each letter. @param {string} text */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u200c\u0640]/gu, "")
    .toLowerCase()
    .replace(/[أإآٱىیکة’‘“”]/g, (letter) => ALIKE[letter]);

/** @param {Atlas} atlas @returns {Entry[]} */
export function indexOf(atlas) {
  const entries = [];
  for (const mark of atlas.marks.values()) {
    const names = [...Object.values(mark.names), ...(mark.aliases ?? [])];
    const target = { feature: mark.id, excerpt: mark.excerpts[0] ?? null };
    entries.push(entry("places", nameIn(mark.names, "en"), mark.kind, names, target));
  }
  for (const actor of atlas.actors.values()) {
    const about = [...atlas.claims.values()].find(({ claim }) => claim.actor === actor.id);
    const own = [...atlas.marks.values()].find((mark) => mark.layer === actor.id) ?? about?.mark;
    const excerpt = own?.claims.find((claim) => claim.actor === actor.id)?.excerpts[0] ?? null;
    const names = [...Object.values(actor.names), ...(actor.aliases ?? []), actor.code];
    entries.push(entry("actors", nameIn(actor.names, "en"), actor.code, names, { feature: own?.id ?? null, excerpt }));
  }
  for (const { claim, mark } of atlas.claims.values()) {
    const target = { feature: mark.id, excerpt: claim.excerpts[0] ?? mark.excerpts[0] ?? null };
    entries.push(entry("claims", claim.sentence, claim.basis, [claim.sentence, claim.verb ?? ""], target));
  }
  return entries;
}

/** @param {Group} group @param {string} text @param {string} detail @param {string[]} names @param {{feature: string|null, excerpt: string|null}} target @returns {Entry} */
const entry = (group, text, detail, names, target) => ({ group, text, detail, ...target, folded: fold(names.join("\n")) });

/**
 * The entries that hold every word of the query: first those it is a name of, then
 * those with a name that begins with it.
 * @param {Entry[]} index @param {string} query @param {number} most of each group
 */
export function find(index, query, most = 6) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const [whole, start] = [`\n${words.join(" ")}\n`, `\n${words[0]}`];
  const rank = (/** @type {Entry} */ one) => {
    const lines = `\n${one.folded}\n`;
    return lines.includes(whole) ? 0 : lines.includes(start) ? 1 : 2;
  };
  const found = index
    .filter((one) => words.every((word) => one.folded.includes(word)))
    .sort((a, b) => rank(a) - rank(b));
  return ["places", "actors", "claims"].flatMap((group) =>
    found.filter((one) => one.group === group).slice(0, most),
  );
}

/** Where the query, as typed, stands in a text; case and kind of quotation mark don't matter.
 * @param {string} text @param {string} query @returns {Span[]} */
export function occurrences(text, query) {
  const plain = query.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['‘’]/g, "['‘’]").replace(/["“”]/g, '["“”]');
  if (plain.length < 2) return [];
  const pattern = new RegExp(plain.replace(/\s+/g, "\\s+"), "giu");
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}
