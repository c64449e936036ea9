/**
 * Finding: places, actors, claims and the article's words. Plain look-ups over one
 * index of folded text, built once.
 *
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {"places"|"actors"|"claims"} Group
 * @typedef {import("./data.js").Names} Names
 * @typedef {{group: Group, names: Names, detail: string, feature: string, excerpt: string,
 *   own: string, folded: string}} Entry own: its names, folded; folded: its aliases too
 * @typedef {import("./article.js").Span} Span
 */

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
  for (const { id, names, kind, aliases = [] } of atlas.marks.values()) {
    entries.push(entry("places", names, kind, aliases, id));
  }
  for (const actor of atlas.actors.values()) {
    const own = [...atlas.marks.values()].find((mark) => mark.layer === actor.id);
    const said = [...atlas.claims.values()].find(({ claim, mark }) => claim.actor === actor.id && (!own || mark === own));
    const names = [...(actor.aliases ?? []), actor.code];
    const excerpt = said?.claim.excerpts[0];
    entries.push(entry("actors", actor.names, actor.code, names, (own ?? said?.mark)?.id, excerpt));
  }
  for (const { claim, mark } of atlas.claims.values()) {
    const names = { en: claim.sentence };
    entries.push(entry("claims", names, claim.basis, [claim.verb ?? ""], mark.id, claim.excerpts[0]));
  }
  return entries;
}

/** @param {Group} group @param {Names} names @param {string} detail @param {string[]} aliases
 * @param {string} [feature] @param {string} [excerpt] @returns {Entry} */
function entry(group, names, detail, aliases, feature = "", excerpt = "") {
  const own = fold(Object.values(names).join("\n"));
  return { group, names, detail, feature, excerpt, own, folded: `${own}\n${fold(aliases.join("\n"))}` };
}

/**
 * The entries that hold every word of the query: first those it is a name of, then
 * those it is an alias of, then those with either that begins with it.
 * @param {Entry[]} index @param {string} query @param {number} most of each group
 */
export function find(index, query, most = 6) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const [whole, start] = [`\n${words.join(" ")}\n`, `\n${words[0]}`];
  const rank = (/** @type {Entry} */ one) => {
    const [own, all] = [`\n${one.own}\n`, `\n${one.folded}\n`];
    return [own.includes(whole), all.includes(whole), all.includes(start), true].indexOf(true);
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
