/** The workbench's words in the reader's language, which the reader chooses in its header. */

import { isRtl, phrase } from "../../page/assets/core/language.js";

let language = "en";

export const languageNow = () => language;

/** @param {string} tag */
export function useLanguage(tag) {
  language = tag;
  Object.assign(document.documentElement, { lang: tag, dir: isRtl(tag) ? "rtl" : "ltr" });
}

/** A phrase with its values. @param {string} key @param {(string|number)[]} values */
export const say = (key, ...values) => phrase(language, key, ...values);
