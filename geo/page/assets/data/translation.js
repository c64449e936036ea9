/** Sentences of the atlas in several languages: which of them a reader gets, and that it is said. */

import { el } from "../core/dom.js";
import { nameOfLanguage, phrase } from "../core/language.js";

/**
 * @typedef {import("./atlas.js").Names} Texts
 * @typedef {(texts: Texts, tag?: string, props?: import("../core/dom.js").Props) => HTMLElement} Tell
 */

/** The sentence in a language; where there is none, in that of the article, else in any.
 * @param {Texts} texts @param {string} language @param {string} otherwise @returns {{text: string, language: string}} */
export function told(texts, language, otherwise) {
  const found = [language, otherwise].find((tag) => Object.hasOwn(texts, tag)) ?? Object.keys(texts)[0];
  return { text: texts[found] ?? "", language: found };
}

/** What tells sentences to a reader, each marked with its language where that is another one; and
 * what says, once, that there are such. @param {import("./atlas.js").Atlas} atlas @param {string} reader */
export function teller({ article }, reader) {
  /** @type {Set<string>} */
  const others = new Set();
  const tell = (/** @type {Texts} */ texts, tag = "span", /** @type {import("../core/dom.js").Props} */ props = {}) => {
    const { text, language } = told(texts, reader, article.language);
    const other = language !== reader;
    if (other) others.add(language);
    return el(tag, { dir: "auto", lang: other && language, ...props }, text);
  };
  const admit = () => {
    const names = [...others].map((tag) => nameOfLanguage(reader, tag)).join(phrase(reader, "comma"));
    return names ? el("p", { class: "position other-language" }, phrase(reader, "untranslated", names)) : null;
  };
  return { tell, admit };
}
