import assert from "node:assert/strict";
import { test } from "node:test";

import "../words.js";
import { citation } from "../../../geo/page/assets/panels/cite.js";

const SHA = "0123456789abcdef";
const ATLAS = {
  title: { en: "Ferries" },
  asOf: { en: "as of 1901" },
  article: {
    source: "story",
    language: "en",
    sha256: SHA,
    paragraphs: [
      { start: 0, end: 5, number: 1 },
      { start: 7, end: 30, number: 2 },
    ],
  },
  excerpts: new Map([["e1", { id: "e1", source: "story", start: 8, end: 20, exact: "runs a ferry" }]]),
  sources: new Map([["story", { id: "story", title: "The Amber Ferry", publisher: "The Post", genre: { en: "a notice" } }]]),
  marks: new Map([["brunn", { id: "brunn", names: { en: "Brunn" } }]]),
};
const VIEW = { feature: "brunn", excerpt: "e1", language: "en" };

test("a citation holds the words, their source, paragraph and seal, the mark and the link", () => {
  assert.equal(
    citation(ATLAS, VIEW, "http://here/?f=brunn"),
    "“runs a ferry” — The Amber Ferry, a notice, The Post, no date printed, paragraph 2 (sha256 0123456789ab). " +
      "Ferries, Brunn [brunn], as of 1901. http://here/?f=brunn",
  );
});

test("an author and a date are cited where the source has them, and never made up", () => {
  const source = { ...ATLAS.sources.get("story"), author: "N. N.", published: "1901-02" };
  const atlas = { ...ATLAS, sources: new Map([["story", source]]) };
  assert.match(citation(atlas, VIEW, ""), /— N\. N\., The Amber Ferry, a notice, The Post, 1901-02, paragraph 2/);
  assert.doesNotMatch(citation(ATLAS, VIEW, ""), /undefined|null/);
});

test("a date of ours is said to be ours", () => {
  const source = { ...ATLAS.sources.get("story"), dated: { at: "1901", basis: "inferred", note: { en: "By its type." } } };
  const atlas = { ...ATLAS, sources: new Map([["story", source]]) };
  assert.match(citation(atlas, VIEW, ""), /The Post, no date printed; dated 1901 by us, paragraph 2/);
});

test("where no words are chosen there is nothing to cite", () => {
  assert.equal(citation(ATLAS, { ...VIEW, excerpt: null }, ""), "");
});
