import assert from "node:assert/strict";
import { test } from "node:test";

import { fold, searchable } from "../../../geo/page/assets/core/fold.js";
import { find, occurrences, shelf } from "../../../geo/page/assets/data/search.js";

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

const SEARCHABLE = [
  ["Émile’s Café", "emiles cafe"],
  ["«القدس»", "القدس"],
  ["Tehran–Damascus — ٢٠١٧", "tehran damascus 2017"],
];

for (const [text, folded] of SEARCHABLE) {
  test(`"${text}" is searched as "${folded}"`, () => assert.equal(searchable(text), folded));
}

/** A shelf: each line is a name, its other names, its aliases. */
const shelfOf = (group, ...lines) =>
  shelf(
    group,
    lines.map(([own, aliases = []]) => ({ own, aliases })),
    (at) => ({ group, names: { en: lines[at][0][0] }, detail: "", at, choice: {} }),
  );
const INDEX = [
  shelfOf(
    "places",
    [["Iraq", "العراق"]],
    [["In Iran"]],
    [["The state"], ["Iran"]],
    [["Iran", "إيران"]],
    [["Tehran–Damascus route", "طريق «طهران–دمشق»"]],
  ),
  shelfOf("claims", [["Iran bids for a corridor"]]),
];
const namesOf = (query, most = 6) => find(INDEX, query, () => most).flatMap(({ entries }) => entries.map((entry) => entry.names.en));

const ROUTE = ["Tehran–Damascus route"];
const QUERIES = [
  ["iran", ["Iran", "The state", "In Iran", "Iran bids for a corridor"]],
  ["IRAN corridor", ["Iran bids for a corridor"]],
  ["ایران", ["Iran"]],
  ["«إيران»", ["Iran"]],
  ["Tehran-Damascus", ROUTE],
  ["tehran — damascus", ROUTE],
  ["Damascus tehran", ROUTE],
  ["damascus-tehran", []],
  ["طهران دمشق", ROUTE],
  ["“route”", ROUTE],
  ["  ", []],
  ["« – »", []],
  ["atlantis", []],
];

for (const [query, texts] of QUERIES) {
  test(`"${query}" finds ${JSON.stringify(texts)}`, () => assert.deepEqual(namesOf(query), texts));
}

test("a name of two lines is one entry, and the last line ends the search", () => {
  const index = [shelfOf("places", [["Old\nBridge"]], [["Rook Bay"]], [["Petre"]])];
  const found = (query) => find(index, query, () => 6).flatMap(({ entries }) => entries.map((entry) => entry.names.en));
  assert.deepEqual([found("old bridge"), found("rook"), found("petre")], [["Old\nBridge"], ["Rook Bay"], ["Petre"]]);
});

test("each group shows no more than asked for, and says how many there are", () => {
  const most = { places: 2, claims: 0 };
  const found = find(INDEX, "iran", (group) => most[group]);
  assert.deepEqual(
    found.map(({ group, total, entries }) => [group, total, entries.length]),
    [
      ["places", 3, 2],
      ["claims", 1, 0],
    ],
  );
});

const TEXT = "Iran’s ‘victory’ (perhaps). 🛶 Iran's  bid";
const WORDS = [
  ["iran's", ["Iran’s", "Iran's"]],
  ["irans", ["Iran’s", "Iran's"]],
  ["'victory'", ["victory"]],
  ["(perhaps).", ["(perhaps)."]],
  ["iran's bid", ["Iran's  bid"]],
  ["🛶 iran", ["🛶 Iran"]],
  [".*", []],
];

for (const [query, found] of WORDS) {
  test(`in the text, "${query}" stands ${found.length} time(s)`, () => {
    assert.deepEqual(
      occurrences(TEXT, query)?.map(({ start, end }) => TEXT.slice(start, end)),
      found,
    );
  });
}

test("a single character is not looked for in the text, however it is written in a pattern", () => {
  for (const query of ["i", " i ", ".", "“i”"]) assert.equal(occurrences(TEXT, query), undefined);
});
