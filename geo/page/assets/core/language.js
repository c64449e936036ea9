/** What the page itself says, in the reader's language, and with its digits. The words come with the
 * atlas's data, from geo/locales (see geo/page/payload.py). */

/**
 * @typedef {string|Record<string, string>} Phrase a text with {0}, {1} … for values, or its forms by plural category
 * @typedef {{rtl: boolean, locale: string, words: Record<string, Phrase>}} Catalogue rtl: is it written from right to left?
 *   locale is the language that its words are in: a wider one (ar for ar-SA), or English
 * @typedef {(key: string, ...values: (string|number)[]) => string} Say a phrase in the reader's language, by its key
 */

const FALLBACK = "en";

/** By language: those of the atlas, and English. @type {Record<string, Catalogue>} */
let catalogues = {};

/** @param {Record<string, Catalogue>} given */
export function useWords(given) {
  catalogues = given;
}

/** What a language calls itself, if the browser knows; else its tag. @param {string} tag */
export const languageName = (tag) => nameIn(tag, tag);

/** What one language calls another. @param {string} language @param {string} tag */
export const nameOfLanguage = (language, tag) => nameIn(language, tag.split("-")[0]);

/** @param {string} language @param {string} tag */
function nameIn(language, tag) {
  try {
    return new Intl.DisplayNames([language, FALLBACK], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag; // a tag that the browser takes for none
  }
}

/** Is a language of the atlas, or of its article, written from right to left? @param {string} language */
export const isRtl = (language) => catalogueOf(language)?.rtl ?? false;

/** The way a text in a language reads, whatever its first letter is. @param {string} language */
export const directionOf = (language) => (isRtl(language) ? "rtl" : "ltr");

/** Words in one language within a text in another, in a direction of their own where that is another (UAX 9).
 * @param {string} words @param {string} language of the text @param {string} own language of the words */
export function wordsWithin(words, language, own) {
  if (!isRtl(own) && !isRtl(language)) return words;
  return `${isRtl(own) ? "\u2067" : "\u2066"}${words}\u2069`;
}

/** A number, or a text of ours, with the digits of a language. @param {string} language @param {string|number} text */
export function digits(language, text) {
  const [own, decimal] = ["digits", "decimal"].map((key) => String(found(language, key).phrase));
  return String(text)
    .replace(/(?<=\d)\.(?=\d)/g, decimal)
    .replace(/[0-9]/g, (digit) => [...own][Number(digit)]);
}

/** A time as it is kept (2017-12, ../2018), as a reader writes it. @param {string} language @param {string} time */
export function dateIn(language, time) {
  const [start, end] = time.split("/").map((date) => (date === ".." ? null : isolated(language, date)));
  if (end === undefined) return start ?? "";
  return phrase(
    language,
    start && end ? "timeSpan" : start ? "timeFrom" : "timeUntil",
    .../** @type {string[]} */ ([start, end].filter(Boolean)),
  );
}

/** A date in a language's digits. From right to left its parts would change places: it is isolated, with a mark (LRM)
 * about each separator, for Arabic digits turn those (UAX 9, N1).
 * @param {string} language @param {string} date */
function isolated(language, date) {
  const written = digits(language, date);
  return isRtl(language) ? `\u2066${written.replaceAll("-", "\u200e-\u200e")}\u2069` : written;
}

/** A language without a phrase shows the English one. Numbers among the values get the language's digits, and the first
 * of them chooses the plural form; texts stay as they are.
 * @param {string} language @param {string} key @param {(string|number)[]} values for {0}, {1} … */
export function phrase(language, key, ...values) {
  const text = inForm(found(language, key), values);
  const written = (/** @type {string|number} */ value) => (typeof value === "number" ? digits(language, value) : value);
  return text.replace(/\{(\d)\}/g, (_, i) => String(written(values[Number(i)])));
}

/** What says phrases in a language. @param {string} language @returns {Say} */
export function sayIn(language) {
  return (key, ...values) => phrase(language, key, ...values);
}

/** @param {{phrase: Phrase, locale: string}} found @param {(string|number)[]} values */
function inForm({ phrase: forms, locale }, values) {
  if (typeof forms === "string") return forms;
  const number = values.find((value) => typeof value === "number");
  return forms[new Intl.PluralRules(locale).select(Number(number))];
}

/** A phrase in a language, else in English, else its key. @param {string} language @param {string} key @returns {{phrase: Phrase, locale: string}} */
function found(language, key) {
  const known = [language, FALLBACK].map(catalogueOf).find((one) => one && Object.hasOwn(one.words, key));
  return known ? { phrase: known.words[key], locale: known.locale } : { phrase: key, locale: FALLBACK };
}

/** Only what is ours: an atlas may have a language called "constructor". @param {string} language @returns {Catalogue|undefined} */
const catalogueOf = (language) => (Object.hasOwn(catalogues, language) ? catalogues[language] : undefined);
