import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../../geo/page/assets/core/fold.js";
import { find, indexOf, occurrences, shelf } from "../../../geo/page/assets/data/search.js";
import { atlasOf } from "../atlas.js";

const FOLDED = [
  ["Émile’s Café", "emile's cafe"],
  ["إيران", "ايران"],
  ["ایران", "ايران"],
  ["آسیه‌ای", "اسيهاي"],
  ["دِمَشق", "دمشق"],
];

for (const [text, folded] of FOLDED) {
  test(`"${text}" is compared as "${folded}"`, () => assert.equal(fold(text), folded));
}

/** Two shelves, of claims and of places: each line is a name, its other names, its aliases. */
const shelfOf = (...lines) =>
  shelf(
    lines.map(([own, aliases = []]) => ({ own, aliases })),
    (at) => ({ group: "", names: { en: lines[at][0][0] }, detail: "", feature: "", excerpt: "" }),
  );
const INDEX = [
  shelfOf([["Iraq", "العراق"]], [["In Iran"]], [["The state"], ["Iran"]], [["Iran", "إيران"]]),
  shelfOf([["Iran bids for a corridor"]]),
];

const QUERIES = [
  ["iran", ["Iran", "The state", "In Iran", "Iran bids for a corridor"]],
  ["IRAN corridor", ["Iran bids for a corridor"]],
  ["ایران", ["Iran"]],
  ["  ", []],
  ["atlantis", []],
];

for (const [query, texts] of QUERIES) {
  test(`"${query}" finds ${JSON.stringify(texts)}`, () => {
    assert.deepEqual(find(INDEX, query).map((entry) => entry.names.en), texts);
  });
}

test("a name of two lines is one entry, and the last line ends the search", () => {
  const index = [shelfOf([["Old\nBridge"]], [["Rook Bay"]], [["Petre"]])];
  const found = (query) => find(index, query).map((entry) => entry.names.en);
  assert.deepEqual([found("old bridge"), found("rook"), found("petre")], [["Old\nBridge"], ["Rook Bay"], ["Petre"]]);
});

test("each group shows no more than asked for", () => {
  assert.equal(find(INDEX, "iran", 1).length, 2);
});

const TEXT = "Iran’s ‘victory’ (perhaps). 🛶 Iran's  bid";
const WORDS = [
  ["iran's", ["Iran’s", "Iran's"]],
  ["'victory'", ["‘victory’"]],
  ["(perhaps).", ["(perhaps)."]],
  ["iran's bid", ["Iran's  bid"]],
  ["🛶", ["🛶"]],
  [".*", []],
];

for (const [query, found] of WORDS) {
  test(`in the text, "${query}" stands ${found.length} time(s)`, () => {
    assert.deepEqual(occurrences(TEXT, query)?.map(({ start, end }) => TEXT.slice(start, end)), found);
  });
}

test("a single character is not looked for in the text, however it is written in a pattern", () => {
  for (const query of ["i", " i ", "."]) assert.equal(occurrences(TEXT, query), undefined);
});

const ATLAS = atlasOf({
  actors: [{ id: "guild", names: { en: "Guild", fa: "صنف" }, code: "GU", colour: "#000000", pattern: "dots" }],
  excerpts: [{ id: "e1", source: "story", start: 0, end: 1 }],
  features: [
    { id: "isle", layer: "places", kind: "isle", geometry: null, names: { en: "Isle" }, claims: [
      { id: "c1", basis: "stated", actors: ["guild"], sentence: { en: "It is kept.", fa: "نگهداری می‌شود." }, words: "keeps the light", excerpts: ["e1"] }] },
  ],
});

for (const query of ["kept", "نگهداری", "keeps the light"]) {
  test(`a claim is found by its sentence in each language, and by its words: "${query}"`, () => {
    const [entry] = find(indexOf(ATLAS), query);
    assert.deepEqual([entry.group, entry.feature, entry.excerpt, entry.names.fa], ["claims", "isle", "e1", "نگهداری می‌شود."]);
  });
}

test("an actor without a mark is found, and leads to what is said of it", () => {
  const [entry] = find(indexOf(ATLAS), "صنف");
  assert.deepEqual([entry.group, entry.feature, entry.excerpt], ["actors", "isle", "e1"]);
});
