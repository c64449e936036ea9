/** Gives the page its words, as its data do (geo/page/payload.py): for the tests that read what it says. */

import { readdirSync, readFileSync } from "node:fs";

import { useWords } from "../../geo/page/assets/core/language.js";

const FOLDER = new URL("../../geo/locales/", import.meta.url);
const RTL = ["ar", "fa"];

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
const tags = readdirSync(FOLDER).map((file) => file.replace(".json", ""));

useWords(
  Object.fromEntries(
    tags.map((tag) => {
      const { shared, page } = read(`${tag}.json`);
      return [tag, { rtl: RTL.includes(tag), locale: tag, words: { ...shared, ...page } }];
    }),
  ),
);
