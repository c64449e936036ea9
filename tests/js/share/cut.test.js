import assert from "node:assert/strict";
import { test } from "node:test";

import { geometryOf } from "../../../geo/page/assets/share/geojson.js";
import { shapeOf } from "../atlas.js";

/** What is on a map beyond 180°, and what is written of it. @type {[string, any, string, any][]} */
// prettier-ignore
const CASES = [
  ["Point", [180.5, 0], "Point", [-179.5, 0]],
  ["MultiPoint", [[179, 0], [181, 0]], "MultiPoint", [[179, 0], [-179, 0]]],
  ["LineString", [[178, 0], [179, 0]], "LineString", [[178, 0], [179, 0]]],
  ["LineString", [[179, 0], [181, 0]], "MultiLineString", [[[179, 0], [180, 0]], [[-180, 0], [-179, 0]]]],
  ["LineString", [[179, 0], [180, 0], [181, 0]], "MultiLineString", [[[179, 0], [180, 0]], [[-180, 0], [-179, 0]]]],
  ["LineString", [[181, 0], [182, 0]], "LineString", [[-179, 0], [-178, 0]]],
  [
    "Polygon",
    [[[179, 0], [181, 0], [181, 1], [179, 1], [179, 0]]],
    "MultiPolygon",
    [[[[180, 0], [180, 1], [179, 1], [179, 0], [180, 0]]], [[[-180, 0], [-179, 0], [-179, 1], [-180, 1], [-180, 0]]]],
  ],
];

for (const [type, coordinates, written, there] of CASES) {
  test(`${type} ${JSON.stringify(coordinates)} is written as ${written}`, () => {
    const found = geometryOf(shapeOf({ type, coordinates }));
    assert.deepEqual(
      JSON.parse(JSON.stringify(found), (_, value) => (typeof value === "number" ? Math.round(value * 100) / 100 + 0 : value)),
      { type: written, coordinates: there },
    );
  });
}
