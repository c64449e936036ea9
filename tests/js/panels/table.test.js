import assert from "node:assert/strict";
import { test } from "node:test";

import { rowsOf } from "../../../geo/page/assets/panels/table.js";
import { BASES } from "../../../geo/page/assets/core/store.js";
import { atlasOf } from "../atlas.js";

const AT = { type: "Point", coordinates: [1, 2] };
const claim = (/** @type {string} */ basis) => ({ id: basis, basis, sentence: { en: basis }, excerpts: [] });
const mark = (/** @type {string} */ id, /** @type {string} */ layer, /** @type {any} */ more = {}) => ({
  id,
  layer,
  geometry: AT,
  names: { en: id },
  claims: [claim("stated")],
  ...more,
});

/** Marks in no order at all; the itinerary has one. */
const atlas = atlasOf({
  article: { source: "story", text: "" },
  ...{ actors: [], sources: [], excerpts: [] },
  layers: [
    ["off", "elsewhere"],
    ["guards", "actors"],
    ["way", "corridor"],
    ["places", "corridor"],
  ].map(([id, group]) => ({ id, group })),
  itinerary: ["town", "early", "guard", "late", "away", "named"],
  features: [
    mark("late", "way", { route: "way", order: 2 }),
    mark("named", "places", { geometry: null }),
    mark("guard", "guards", { claims: [claim("background"), claim("inferred")] }),
    mark("away", "off"),
    mark("early", "way", { route: "way", order: 1 }),
    mark("town", "places"),
  ],
});
const all = {
  layers: new Set(atlas.layers.map((layer) => layer.id)),
  bases: new Set(BASES),
  feature: null,
  excerpt: null,
  language: "en",
  stop: null,
  notes: [],
};
const ids = (/** @type {any} */ view) => rowsOf(atlas, view).map((row) => row.mark.id);

test("rows come in the itinerary's order; what isn't on the map has none", () => {
  assert.deepEqual(ids(all), ["town", "early", "guard", "late", "away"]);
});

test("rows follow the layers and the filter", () => {
  assert.deepEqual(ids({ ...all, layers: new Set(["way"]) }), ["early", "late"]);
  assert.deepEqual(ids({ ...all, bases: new Set(["inferred"]) }), ["guard"]);
  assert.deepEqual(ids({ ...all, layers: new Set() }), []);
});

test("a row has the strongest basis that is let through, and its claims first", () => {
  const of = (/** @type {any} */ bases) => rowsOf(atlas, { ...all, bases: new Set(bases) }).find((row) => row.mark.id === "guard");
  assert.equal(of(BASES)?.basis, "inferred");
  assert.deepEqual(
    of(BASES)?.claims.map((one) => one.basis),
    ["inferred", "background"],
  );
  assert.deepEqual(
    of(["background"])?.claims.map((one) => one.basis),
    ["background"],
  );
});

test("a stretch of which the filter hides all of its own has its whole's claims", () => {
  const way = atlasOf({
    layers: [{ id: "way", group: "corridor" }],
    features: [
      mark("whole", "way", { geometry: null, claims: [claim("stated")] }),
      mark("stretch", "way", { part_of: ["whole"], claims: [{ ...claim("inferred"), from: ["stated"] }] }),
    ],
  });
  const rows = (/** @type {any} */ bases) => rowsOf(way, { ...all, layers: new Set(["way"]), bases: new Set(bases) });
  const said = (/** @type {any} */ bases) => rows(bases).map(({ mark: { id }, basis, claims }) => [id, basis, claims[0].sentence.en]);
  assert.deepEqual(said(BASES), [
    ["whole", "stated", "stated"],
    ["stretch", "inferred", "inferred"],
  ]);
  assert.deepEqual(said(["stated"]), [
    ["whole", "stated", "stated"],
    ["stretch", "stated", "stated"],
  ]);
});
