import assert from "node:assert/strict";
import { test } from "node:test";

import "../words.js";
import { claimRows, csvOf, guarded } from "../../../geo/page/assets/share/csv.js";
import { HOSTILE, VIEW, atlas } from "./view.js";

/** The cells of a CSV, as RFC 4180 has them. @param {string} text */
function parsed(text) {
  const rows = text.slice(1, -2).split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return rows.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell]) => cell.replaceAll('""', '"')));
}

for (const cell of [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  " =1",
  "\u00a0=1",
  "\u3000@x",
  "\x1f-2",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "\rx",
  "\nx",
  "'quoted",
  "\u0085=1",
]) {
  test(`a formula is guarded: ${JSON.stringify(cell)}`, () => assert.equal(guarded(cell), `'${cell}`));
}
for (const cell of ["", "a=1", "x", "2017-12", "“=1”", " x", "33.5"]) {
  test(`what is none stays: ${JSON.stringify(cell)}`, () => assert.equal(guarded(cell), cell));
}

test("a row for each claim of what is shown, and no more", () => {
  const ids = (/** @type {any} */ view) => claimRows(atlas, view).map((row) => row.claim_id);
  assert.deepEqual(ids(VIEW), ["c-point", "c-later", "c-line", "c-area", "c-within", "c-beside"]);
  assert.deepEqual(ids({ ...VIEW, bases: new Set(["background"]) }), ["c-later"]);
  assert.deepEqual(ids({ ...VIEW, layers: new Set(["off"]) }), ["c-hidden"]);
});

test("a row says where, on which basis, in which words, from whom, and who says otherwise", () => {
  const [row] = claimRows(atlas, VIEW);
  assert.deepEqual(
    { ...row, longitude: Number(row.longitude).toFixed(2), latitude: Number(row.latitude).toFixed(2) },
    {
      mark: "point",
      kind: "town",
      layer: "Places",
      shape: "point",
      longitude: "-36.29",
      latitude: "33.51",
      precision: "point",
      position_basis: "stated",
      within: undefined,
      feature_id: "point",
      basis: "stated",
      claim: "c-point",
      words_as_printed: "runs a ferry",
      modality: "reported",
      hedge_as_printed: "it is said",
      quotes: "runs a ferry",
      at: "1901",
      said: undefined,
      note: undefined,
      premises: "",
      in_dispute_with: "c-later",
      claim_id: "c-point",
      excerpt_ids: "e1",
      source: "The Amber Ferry",
      publisher: "The Post",
      author: undefined,
      genre: "a notice",
      published: undefined,
      dated_by_us: "1901-12",
      grade: "C",
      url: "https://post.example/ferry",
      source_id: "story",
    },
  );
});

test("only what is placed has a position; the line beside a country is none", () => {
  const at = new Map(
    claimRows(atlas, VIEW).map((row) => [row.feature_id, [row.shape, row.longitude, row.precision, row.position_basis, row.within]]),
  );
  assert.deepEqual(at.get("within"), [undefined, undefined, undefined, undefined, "Land"]);
  assert.deepEqual(at.get("beside"), [undefined, undefined, undefined, undefined, "Land"]);
});

test("the file: a mark of UTF-8, all cells quoted, hostile ones guarded and whole", () => {
  const text = csvOf(atlas, VIEW, "=cmd");
  assert.ok(text.startsWith('\ufeff"mark","kind",'));
  const [head, ...rows] = parsed(text);
  assert.equal(rows.length, 6);
  for (const row of rows) assert.equal(row.length, head.length);
  const cell = (/** @type {number} */ row, /** @type {string} */ column) => rows[row][head.indexOf(column)];
  assert.equal(cell(4, "mark"), `'${HOSTILE}`);
  assert.equal(cell(1, "source"), "'+Later");
  assert.equal(cell(0, "link"), "'=cmd");
  assert.match(cell(0, "longitude"), /^-36\.29/); // a number, and no formula
  assert.equal(cell(0, "disclaimer"), "Nothing here shows who holds ground.");
});

test("where nothing is shown there is a head", () => {
  assert.equal(parsed(csvOf(atlas, { ...VIEW, layers: new Set() }, "")).length, 1);
});
