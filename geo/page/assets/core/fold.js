/**
 * Folds texts to the form in which they are compared, so that a search finds words in any spelling: without case,
 * accents and vowel signs. The checks fold by the same rules (geo/text/folding.py); a test holds the two equal.
 *
 * @typedef {{original: string, text: string, starts: Int32Array}} Folded a text as it is searched, and for each of its
 *   UTF-16 units where in the original the character that it comes from starts
 */

/** Letters, digits and quotation marks that readers take for one another. @type {Record<string, string>} */
const ALIKE = { ٱ: "ا", "٫": ".", "٬": ",", "٪": "%", ı: "i", ς: "σ", ß: "ss" };
for (const kaf of "کڪ") ALIKE[kaf] = "ك";
for (const yeh of "ىیے") ALIKE[yeh] = "ي";
for (const heh of "ةەہھۃ") ALIKE[heh] = "ه";
for (const dash of "−⁃˗") ALIKE[dash] = "-";
for (const quote of "’‘‚‛′`ʹʻʼʽˈ՚׳") ALIKE[quote] = "'";
for (const quote of "“”„‟«»‹›״〃〝〞〟") ALIKE[quote] = '"';

// Marks, and what is not seen: soft hyphens, joiners, tatweel, letters that are drawn empty.
const DROPPED = /[\p{M}\p{Cf}\u0640\u115f\u1160\u2800\u3164\uffa0]/gu;
// What Unicode after 14 would fold: Python's and a browser's version differ, so it stays as it is.
// prettier-ignore
const LATER = [
  [0x0897, 0x0897], [0x0cf3, 0x0cf3], [0x0ece, 0x0ece], [0x1acf, 0x1aeb], [0x1c89, 0x1c89],
  [0xa7cb, 0xa7ce], [0xa7d2, 0xa7d2], [0xa7d4, 0xa7d4], [0xa7da, 0xa7f1], [0x105c9, 0x105e4],
  [0x10d40, 0x10d6e], [0x10efa, 0x10eff], [0x11241, 0x11241], [0x11383, 0x113e2], [0x116d0, 0x116e3],
  [0x11b60, 0x11bf9], [0x11de0, 0x11de9], [0x11f00, 0x11f5a], [0x13439, 0x13455], [0x1611e, 0x16139],
  [0x16d68, 0x16d79], [0x16ea0, 0x16eb8], [0x1ccd6, 0x1ccf9], [0x1e030, 0x1e08f], [0x1e4ec, 0x1e6f5],
];
const NEWER = new RegExp(`([${LATER.map((ends) => ends.map((end) => String.fromCodePoint(end)).join("-")).join("")}]+)`, "u");
const SPACES = /[\p{Z}\t\n\v\f\r\x85]+/gu;
const UNLIKE = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");

/** Characters that only case changes. */
const SIMPLE = /^[ -_a-~]*$/;

/** A text without case, accents, vowel signs and invisible characters; each run of white space becomes one space.
 * @param {string} text */
export const fold = (text) =>
  SIMPLE.test(text)
    ? joined(text.toLowerCase())
    : text
        .split(NEWER)
        .map((part, n) => (n % 2 ? part : plain(part)))
        .join("");

/** @param {string} text */
const plain = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(DROPPED, "")
    .replace(SPACES, " ")
    .replace(/\p{Pd}/gu, "-")
    .replace(/\p{Nd}/gu, valueOf)
    .replace(UNLIKE, (letter) => ALIKE[letter]);

/** The value of a decimal digit: those of a script stand in a row, from its zero on. @param {string} digit */
function valueOf(digit) {
  const at = /** @type {number} */ (digit.codePointAt(0));
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before++;
  return String(before % 10);
}

/** A text as it is searched: folded, without quotation marks and apostrophes, its dashes as spaces. For “Tehran–Damascus”
 * and Tehran - Damascus are the same to a reader who looks for words. @param {string} text */
export const searchable = (text) => joined(parted(fold(text)));

/** The words of a search; what is joined by a dash is looked for together. @param {string} text */
export const searchedWords = (text) =>
  fold(text)
    .split(" ")
    .map((word) => joined(parted(word)).trim())
    .filter(Boolean);

/** @param {string} text folded */
const parted = (text) => text.replace(/["']/g, "").replaceAll("-", " ");

/** @param {string} text */
const joined = (text) => text.replace(/ +/g, " ");

/** Make a text searchable character by character, to know where each comes from. @param {string} original @returns {Folded} */
export function folded(original) {
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @type {string[]} */
  const parts = [];
  /** @type {number[]} */
  const starts = [];
  let [at, last] = [0, ""];
  for (const character of original) {
    let part = known.get(character) ?? parted(fold(character));
    known.set(character, part);
    if (part.startsWith(" ") && last === " ") part = part.slice(1);
    for (let unit = 0; unit < part.length; unit++) starts.push(at);
    last = part.at(-1) ?? last;
    parts.push(part);
    at += character.length;
  }
  return { original, text: parts.join(""), starts: Int32Array.from(starts) };
}

/** A character with the marks that stand on it. */
const WITH_MARKS = /.\p{M}*/suy;

/** Where words stand in the original: their characters with their marks, and no more.
 * @param {Folded} folded @param {string} words as `searchable` returns them */
export function placesOf({ original, text, starts }, words) {
  const places = [];
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + words.length)) {
    WITH_MARKS.lastIndex = starts[at + words.length - 1];
    WITH_MARKS.test(original); // moves lastIndex to the end of the last character
    places.push({ start: starts[at], end: WITH_MARKS.lastIndex });
  }
  return places;
}
