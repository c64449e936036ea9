import assert from "node:assert/strict";
import { test } from "node:test";

import "../words.js";
import { geojsonOf } from "../../../geo/page/assets/share/geojson.js";
import { HOSTILE, VIEW, atlas } from "./view.js";

const file = JSON.parse(geojsonOf(atlas, VIEW, "here"));
const of = (/** @type {string} */ id) => file.features.find((/** @type {any} */ feature) => feature.id === id);
const area = (/** @type {number[][]} */ ring) => ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at][0] * y - x * ring[at][1], 0);

test("the features are those that are shown", () => {
  assert.deepEqual(
    file.features.map((/** @type {any} */ { id }) => id),
    ["point", "line", "area", "within", "beside"],
  );
  assert.deepEqual([file.type, file.atlas.link, file.atlas.layers], ["FeatureCollection", "here", ["places"]]);
});

for (const [id, type] of [
  ["point", "Point"],
  ["line", "LineString"],
  ["area", "MultiPolygon"],
]) {
  test(`the geometry of a ${id}`, () => assert.equal(of(id).geometry.type, type));
}

test("positions are longitude and latitude, to some 40 m", () => {
  const [lon, lat] = of("point").geometry.coordinates;
  assert.ok(Math.abs(lon + 36.2912) < 5e-4 && Math.abs(lat - 33.5138) < 5e-4, `${lon} ${lat}`);
});

test("exterior rings go counter-clockwise, holes clockwise, and each hole is in its polygon", () => {
  const [large, small] = of("area").geometry.coordinates;
  assert.deepEqual([large.length, small.length], [2, 1]);
  assert.ok(area(large[0]) > 0 && area(large[1]) < 0 && area(small[0]) > 0);
  for (const ring of [...large, ...small]) assert.deepEqual(ring[0], ring.at(-1));
});

test("what is not placed has no geometry, but what it is within", () => {
  for (const id of ["within", "beside"]) {
    assert.equal(of(id).geometry, null);
    assert.deepEqual([of(id).properties.within, of(id).properties.within_name], ["land", "Land"]);
  }
});

test("claims bring their quotes and sources, as far as their basis is shown", () => {
  const [stated, later] = of("point").properties.claims;
  assert.deepEqual(stated.excerpts, [{ id: "e1", source: "story", quote: "runs a ferry" }]);
  assert.equal(later.source.title, "+Later");
  const less = JSON.parse(geojsonOf(atlas, { ...VIEW, bases: new Set(["stated"]) }, ""));
  assert.deepEqual(
    less.features[0].properties.claims.map((/** @type {any} */ { id }) => id),
    ["c-point"],
  );
});

test("hostile texts come back whole", () => {
  assert.equal(of("within").properties.title, HOSTILE);
});
