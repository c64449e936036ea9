/**
 * Folds texts to the form in which they are compared, so that a search finds words in any spelling: without case,
 * accents and vowel signs. The checks fold by the same rules (geo/text/folding.py); a test holds the two equal.
 *
 * @typedef {{text: string, starts: Int32Array}} Folded a folded text, and for each of its
 *   UTF-16 units, and its end, where the character that it comes from starts in the original
 */

/** Letters, digits and quotation marks that readers take for one another. @type {Record<string, string>} */
const ALIKE = { ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", "−": "-", ı: "i", ς: "σ", ß: "ss" };
for (const heh of "ةەہھ") ALIKE[heh] = "ه";
for (const quote of "’‘‚‛′`") ALIKE[quote] = "'";
for (const quote of "“”„‟«»") ALIKE[quote] = '"';
for (let n = 0; n < 10; n++) for (const zero of [0x0660, 0x06f0]) ALIKE[String.fromCodePoint(zero + n)] = String(n);

const DROPPED = /[\p{M}\p{Cf}\u0640]/gu; // combining marks and invisible characters: soft hyphens, joiners, tatweel
const SPACES = /[\p{Z}\t\n\v\f\r\x85]+/gu;
const UNLIKE = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");

/** A text without case, accents, vowel signs and invisible characters; each run of white space becomes one space.
 * @param {string} text */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(DROPPED, "")
    .replace(SPACES, " ")
    .replace(/\p{Pd}/gu, "-")
    .replace(UNLIKE, (letter) => ALIKE[letter]);

/** Fold a text character by character, and note where each character comes from. @param {string} text @returns {Folded} */
export function folded(text) {
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @type {string[]} */
  const parts = [];
  /** @type {number[]} */
  const starts = [];
  let [at, last] = [0, ""];
  for (const character of text) {
    let part = known.get(character) ?? fold(character);
    known.set(character, part);
    if (part.startsWith(" ") && last === " ") part = part.slice(1);
    for (let unit = 0; unit < part.length; unit++) starts.push(at);
    last = part.at(-1) ?? last;
    parts.push(part);
    at += character.length;
  }
  return { text: parts.join(""), starts: Int32Array.from([...starts, text.length]) };
}

/** Where folded words stand in the original. Invisible characters in or after them belong to them.
 * @param {Folded} folded @param {string} words as `fold` returns them */
export function placesOf({ text, starts }, words) {
  const places = [];
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + words.length)) {
    let end = at + words.length;
    while (starts[end] === starts[end - 1] && end < text.length) end++; // one character, several units
    places.push({ start: starts[at], end: starts[end] });
  }
  return places;
}
