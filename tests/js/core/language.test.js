import assert from "node:assert/strict";
import { test } from "node:test";

import { ARABIC } from "../../../geo/page/assets/core/arabic.js";
import { ENGLISH } from "../../../geo/page/assets/core/english.js";
import { PERSIAN } from "../../../geo/page/assets/core/persian.js";
import { dateIn, digits, nameOfLanguage, phrase } from "../../../geo/page/assets/core/language.js";

const WORDS = [["en", ENGLISH], ["ar", ARABIC], ["fa", PERSIAN]];
const values = (/** @type {string} */ text) => [...text.matchAll(/\{\d\}/g)].map(String).sort();

for (const [language, words] of WORDS) {
  test(`the words in ${language} are those of the page, with the same values`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(ENGLISH).sort());
    for (const [key, text] of Object.entries(words)) assert.deepEqual(values(text), values(ENGLISH[key]), key);
  });

  test(`our own words in ${language} have no other digits than its own`, () => {
    for (const text of Object.values(words)) {
      const own = text.replace(/\{\d\}/g, "").replace(/[0-9]/g, "x");
      assert.equal(digits(language, own), own);
      assert.doesNotMatch(text.replace(/\{\d\}/g, ""), /\d/);
    }
  });
}

const NUMBERS = [
  ["en", 2017, "2017"],
  ["ar", 2017, "٢٠١٧"],
  ["fa", 2017, "۲۰۱۷"],
  ["fa", "33.7–33.9", "۳۳٫۷–۳۳٫۹"],
  ["ar", "2017-11/..", "٢٠١٧-١١/.."],
  ["toString", 7, "7"], // a language may be called so
];
for (const [language, number, written] of NUMBERS) {
  test(`${number} is written ${written} in ${language}`, () => assert.equal(digits(language, number), written));
}

test("a date keeps its order among letters from right to left", () => {
  assert.equal(dateIn("en", "2017-12"), "2017-12");
  assert.equal(dateIn("ar", "2017-12"), "\u2066٢٠١٧\u200e-\u200e١٢\u2069");
});

const TIMES = [
  ["2017-12", "2017-12"],
  ["../2018-02-14", "until 2018-02-14"],
  ["2016/..", "from 2016 on"],
  ["2017-12-04/2017-12-10", "2017-12-04 to 2017-12-10"],
];
for (const [time, written] of TIMES) {
  test(`${time} is written ${written}`, () => assert.equal(dateIn("en", time), written));
}

test("numbers in a phrase are the reader's, what was typed or sealed stays as it is", () => {
  assert.equal(phrase("fa", "stopOf", 9, 26), "ایستگاه ۹ از ۲۶");
  assert.match(phrase("ar", "seal", "9e3f97722fe9"), /9e3f97722fe9/);
});

test("no middle dot stands before a number: in Arabic script it would be a nought", () => {
  for (const [, words] of WORDS) for (const text of Object.values(words)) assert.doesNotMatch(text, /·\s*\{|\}\s*·/);
});

test("a language is named in the reader's own", () => {
  assert.equal(nameOfLanguage("en", "fa"), "Persian");
  assert.equal(nameOfLanguage("ar", "en"), "الإنجليزية");
});
