/** Chooses the language of the atlas' sentences for a reader, and says which sentences are in another language. */

import { el } from "../core/dom.js";
import { directionOf, nameOfLanguage, phrase } from "../core/language.js";

/**
 * @typedef {import("./atlas.js").Names} Texts
 * @typedef {(texts: Texts, tag?: string, props?: import("../core/dom.js").Props) => HTMLElement} Translate
 */

/** The sentence in a language; without it in that of the article, else in any.
 * @param {Texts} texts @param {string} language @param {string} otherwise the article's language @returns {{text: string, language: string}} */
export function sentenceIn(texts, language, otherwise) {
  const tag = [language, otherwise].find((wanted) => Object.hasOwn(texts, wanted)) ?? Object.keys(texts)[0];
  return { text: texts[tag] ?? "", language: tag };
}

/** Two functions: `translate` makes an element of a sentence, and marks its language where that is not the reader's;
 * `otherLanguages` makes a note that names these languages, or null. @param {import("./atlas.js").Atlas} atlas @param {string} reader */
export function translator({ article }, reader) {
  /** @type {Set<string>} */
  const others = new Set();
  const translate = (/** @type {Texts} */ texts, tag = "span", /** @type {import("../core/dom.js").Props} */ props = {}) => {
    const { text, language } = sentenceIn(texts, reader, article.language);
    const other = language !== reader;
    if (other) others.add(language);
    return el(tag, { dir: directionOf(language), lang: other && language, ...props }, text);
  };
  const otherLanguages = () => {
    const names = [...others].map((tag) => nameOfLanguage(reader, tag)).join(phrase(reader, "comma"));
    return names ? el("p", { class: "position other-language" }, phrase(reader, "untranslated", names)) : null;
  };
  return { translate, otherLanguages };
}
