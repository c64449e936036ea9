/** Sentences of the atlas in several languages: which of them a reader gets, and that it is said. */

import { el } from "../core/dom.js";
import { nameOfLanguage, phrase } from "../core/language.js";

/**
 * @typedef {import("./atlas.js").Names} Texts
 * @typedef {(texts: Texts, tag?: string, props?: import("../core/dom.js").Props) => HTMLElement} Translate
 */

/** The sentence in a language; where there is none, in that of the article, else in any.
 * @param {Texts} texts @param {string} language @param {string} otherwise @returns {{text: string, language: string}} */
export function sentenceIn(texts, language, otherwise) {
  const tag = [language, otherwise].find((wanted) => Object.hasOwn(texts, wanted)) ?? Object.keys(texts)[0];
  return { text: texts[tag] ?? "", language: tag };
}

/** What tells sentences to a reader, each marked with its language where that is another one; and
 * what says, once, that there are such. @param {import("./atlas.js").Atlas} atlas @param {string} reader */
export function translator({ article }, reader) {
  /** @type {Set<string>} */
  const others = new Set();
  const translate = (/** @type {Texts} */ texts, tag = "span", /** @type {import("../core/dom.js").Props} */ props = {}) => {
    const { text, language } = sentenceIn(texts, reader, article.language);
    const other = language !== reader;
    if (other) others.add(language);
    return el(tag, { dir: "auto", lang: other && language, ...props }, text);
  };
  const otherLanguages = () => {
    const names = [...others].map((tag) => nameOfLanguage(reader, tag)).join(", ");
    return names ? el("p", { class: "position other-language" }, phrase(reader, "inOtherLanguage", names)) : null;
  };
  return { translate, otherLanguages };
}
