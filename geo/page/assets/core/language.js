/** What the page itself says, in the reader's language, and with its digits. */

import { ARABIC } from "./arabic.js";
import { ENGLISH } from "./english.js";
import { PERSIAN } from "./persian.js";

/** @type {Record<string, string>} */
const LANGUAGES = { en: "English", ar: "العربية", fa: "فارسی" };

/** What a language calls itself, if we know; else its tag. @param {string} tag */
export const languageName = (tag) => (Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : tag);

/** What one language calls another. @param {string} language @param {string} tag */
export const nameOfLanguage = (language, tag) => new Intl.DisplayNames([language, "en"], { type: "language" }).of(tag) ?? tag;

export const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The digits of languages that don't write 0 to 9. @type {Record<string, string>} */
const DIGITS = { ar: "٠١٢٣٤٥٦٧٨٩", fa: "۰۱۲۳۴۵۶۷۸۹" };

/** A number, or a text of ours, with the digits of a language. @param {string} language @param {string|number} text */
export const digits = (language, text) =>
  Object.hasOwn(DIGITS, language)
    ? String(text).replace(/(?<=\d)\.(?=\d)/g, "٫").replace(/[0-9]/g, (digit) => DIGITS[language][Number(digit)])
    : String(text);

/** A time as it is kept (2017-12, ../2018), as a reader writes it. @param {string} language @param {string} time */
export function dateIn(language, time) {
  const [start, end] = time.split("/").map((date) => (date === ".." ? null : isolated(language, date)));
  if (end === undefined) return start ?? "";
  return phrase(language, start && end ? "timeSpan" : start ? "timeFrom" : "timeUntil", .../** @type {string[]} */ ([start, end].filter(Boolean)));
}

/** A date in a language's digits. From right to left its parts would change places: it is isolated, with a mark (LRM)
 * about each separator, for Arabic digits turn those (UAX 9, N1).
 * @param {string} language @param {string} date */
function isolated(language, date) {
  const written = digits(language, date);
  return RIGHT_TO_LEFT.has(language) ? `\u2066${written.replaceAll("-", "\u200e-\u200e")}\u2069` : written;
}

/** @type {Record<string, Record<string, string>>} */
const PHRASES = { en: ENGLISH, ar: ARABIC, fa: PERSIAN };

/** Only what is ours: an atlas may have a kind of mark called "constructor". @param {string} language @param {string} key */
const wordsIn = (language, key) => (Object.hasOwn(PHRASES[language] ?? {}, key) ? PHRASES[language][key] : undefined);

/** A language without a phrase shows the English one. Numbers among the values get the language's digits; texts stay as they are.
 * @param {string} language @param {string} key @param {(string|number)[]} values for {0}, {1} … */
export function phrase(language, key, ...values) {
  const text = wordsIn(language, key) ?? wordsIn("en", key) ?? key;
  const written = (/** @type {string|number} */ value) => (typeof value === "number" ? digits(language, value) : value);
  return text.replace(/\{(\d)\}/g, (_, i) => String(written(values[Number(i)])));
}
