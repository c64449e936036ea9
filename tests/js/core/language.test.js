import assert from "node:assert/strict";
import { test } from "node:test";

import "../words.js";
import {
  dateIn,
  digits,
  directionOf,
  isRtl,
  languageName,
  nameOfLanguage,
  phrase,
  wordsWithin,
} from "../../../geo/page/assets/core/language.js";

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
  assert.match(phrase("ar", "sealed", "9e3f97722fe9"), /9e3f97722fe9/);
});

const CROWDS = [
  ["en", 1, "Ferries: 1 mark here; click to come closer"],
  ["en", 2, "Ferries: 2 marks here; click to come closer"],
  ["ar", 2, "Ferries: علامتان هنا؛ انقر للاقتراب"],
  ["ar", 3, "Ferries: ٣ علامات هنا؛ انقر للاقتراب"],
  ["ar", 11, "Ferries: ١١ علامةً هنا؛ انقر للاقتراب"],
  ["ar", 100, "Ferries: ١٠٠ علامة هنا؛ انقر للاقتراب"],
  ["qaa", 2, "Ferries: 2 marks here; click to come closer"], // no words of its own: the English, and their plural
];
for (const [language, number, said] of CROWDS) {
  test(`${number} marks are counted as ${language} counts`, () => assert.equal(phrase(language, "crowd", "Ferries", number), said));
}

test("what is no phrase of ours is said as it is", () => assert.equal(phrase("ar", "constructor"), "constructor"));

test("a language that the atlas doesn't have reads from the left", () => {
  assert.deepEqual(["ar", "fa", "en", "toString"].map(isRtl), [true, true, false, false]);
});

const NAMES = [
  ["en", "fa", "Persian"],
  ["ar", "en-GB", "الإنجليزية"],
  ["en", "qqq", "qqq"],
  ["en", "x-1", "x"],
];
for (const [language, tag, name] of NAMES) {
  test(`in ${language}, ${tag} is called ${name}`, () => assert.equal(nameOfLanguage(language, tag), name));
}

test("a language is listed under its own name", () => {
  assert.deepEqual(["en", "ar", "fa", "de"].map(languageName), ["English", "العربية", "فارسی", "Deutsch"]);
  assert.equal(languageName("en-x-twain-"), "en-x-twain-");
});

test("words in another direction are isolated, and none where both read from the left", () => {
  assert.equal(wordsWithin("“Guild تحرس”", "en", "ar"), "\u2067“Guild تحرس”\u2069");
  assert.equal(wordsWithin("“Guild”", "ar", "en"), "\u2066“Guild”\u2069");
  assert.equal(wordsWithin("“Guild”", "en", "en"), "“Guild”");
  assert.deepEqual(["en", "ar", "unknown"].map(directionOf), ["ltr", "rtl", "ltr"]);
});
