import assert from "node:assert/strict";
import { test } from "node:test";

import { sentenceIn } from "../../../geo/page/assets/data/translation.js";

const CASES = [
  [{ en: "E", fa: "F" }, "fa", "en", "F", "fa"],
  [{ en: "E", es: "S" }, "fa", "es", "S", "es"], // the article's, not the first
  [{ es: "S" }, "fa", "en", "S", "es"],
  [{ en: "E" }, "constructor", "en", "E", "en"],
];

for (const [texts, language, otherwise, text, found] of CASES) {
  test(`of ${Object.keys(texts)} a reader of ${language} gets ${found}`, () => {
    assert.deepEqual(sentenceIn(texts, language, otherwise), { text, language: found });
  });
}
