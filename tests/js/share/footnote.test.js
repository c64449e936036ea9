import assert from "node:assert/strict";
import { test } from "node:test";

import "../words.js";
import { footnote, longDate } from "../../../geo/page/assets/share/footnote.js";
import { atlasOf } from "../atlas.js";
import { HOSTILE, SOURCE, VIEW, atlas, plain } from "./view.js";

const TODAY = new Date(2026, 0, 5);
const LINK = "https://here.example/#at=1,2,3";
const note = (/** @type {any} */ style, from = atlas, view = VIEW) => footnote(style, from, view, LINK, TODAY);

test("a Chicago note: n.d., and the date that is inferred in brackets", () => {
  assert.equal(
    note("chicago"),
    "“Ferries,” interactive map, As of 1901 (inferred), atlas 0123456789ab, accessed January 5, 2026, https://here.example/#at=1,2,3; " +
      "based on “The Amber Ferry,” a notice, The Post, n.d. [December 1901, inferred by the atlas], https://post.example/ferry.",
  );
});

test("an APA reference", () => {
  assert.equal(
    note("apa"),
    "Ferries [interactive map; As of 1901 (inferred); atlas 0123456789ab]. (n.d.). Retrieved January 5, 2026, from https://here.example/#at=1,2,3. " +
      "Based on The Amber Ferry [a notice]. (n.d. [December 1901, inferred by the atlas]). The Post. https://post.example/ferry",
  );
});

test("in plain words it says what is lacking, and the grade", () => {
  assert.equal(
    note("plain"),
    "Map: “Ferries”. As of 1901 (inferred). Source: “The Amber Ferry”, no author printed, a notice, The Post, no date printed; dated 1901-12 by us, " +
      "Source grade C (Admiralty code), https://post.example/ferry. Nothing here shows who holds ground. Atlas 0123456789ab, accessed January 5, 2026. https://here.example/#at=1,2,3",
  );
});

test("an author and a printed date are cited where the source has them", () => {
  const printed = atlasOf({ ...plain, sources: [{ ...SOURCE, author: "N. N.", published: "1901-12-19" }] });
  assert.match(note("chicago", printed), /based on N\. N\., “The Amber Ferry,” a notice, The Post, December 19, 1901, https/);
  assert.match(note("apa", printed), /Based on N\. N\. \(December 19, 1901\)\. The Amber Ferry \[a notice\]\. The Post\. https/);
  assert.match(note("plain", printed), /“The Amber Ferry”, N\. N\., a notice, The Post, 1901-12-19,/);
});

test("the mark that is chosen is named; what disputes the headline is said", () => {
  const disputed = atlasOf({
    ...plain,
    headline: { sentence: { en: "." }, hedge: { en: "." }, claims: [], dispute: { sentence: { en: "Karl says no." }, claims: [] } },
  });
  for (const style of ["chicago", "apa", "plain"]) assert.match(note(style, disputed, { ...VIEW, feature: "point" }), /point \[point\]/);
  assert.match(note("plain", disputed), /Disputed: Karl says no\. Nothing/);
});

test("bare and hostile atlases leave no holes, and texts stay as they are", () => {
  const bare = atlasOf({ ...plain, title: { en: HOSTILE }, sources: [{ id: "story", kind: "article", title: HOSTILE, grade: "F" }] });
  const none = atlasOf({ ...plain, sources: [] });
  for (const style of ["chicago", "apa", "plain"]) {
    assert.ok(note(style, bare).includes(HOSTILE));
    for (const text of [note(style, bare), note(style, none)]) assert.doesNotMatch(text, /undefined|null|, ,|\(\)|\[\]/);
  }
});

for (const [language, time, written] of [
  ["en", "2017", "2017"],
  ["en", "2017-12", "December 2017"],
  ["en", "2017-12-09", "December 9, 2017"],
  ["ar", "2017-12-09", "٩ ديسمبر ٢٠١٧"],
  ["fa", "2017-12", "دسامبر ۲۰۱۷"],
  ["en", "../2018", "until 2018"],
  ["constructor", "2017-12", "2017-12"],
]) {
  test(`a date in words: ${time} in ${language}`, () => assert.equal(longDate(language, time), written));
}

test("every language has its own words", () => {
  for (const language of ["ar", "fa"]) {
    for (const style of ["chicago", "apa", "plain"])
      assert.doesNotMatch(note(style, atlas, { ...VIEW, language }), /n\.d\.|accessed|retrieved|based/i);
  }
});
