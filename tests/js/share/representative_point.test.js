/** A mark's one position in the page's table: the files have it from the same examples (geo/formats/representative_point.py). */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import "../words.js";
import { claimRows } from "../../../geo/page/assets/share/csv.js";
import { atlasOf } from "../atlas.js";
import { VIEW, plain } from "./view.js";

const EXAMPLES = JSON.parse(readFileSync(new URL("../../representative_points.json", import.meta.url), "utf8"));

/** A geometry as the page holds it: across 180° its longitudes go on. @param {any} geometry @param {number} west */
const unrolled = (geometry, west) =>
  geometry && { ...geometry, coordinates: geometry.coordinates.map(([lon, lat]) => [lon < west ? lon + 360 : lon, lat]) };

for (const { kind, geometry, west, cells } of EXAMPLES) {
  test(`a row has the point and its precision: ${kind}, ${geometry?.type}`, () => {
    const mark = { ...plain.features[0], kind, geometry: west === undefined ? geometry : unrolled(geometry, west) };
    const within = geometry ? {} : { within: "land" };
    const [row] = claimRows(atlasOf({ ...plain, features: [{ ...mark, ...within }] }), VIEW);
    const near = (/** @type {any} */ degrees) => degrees !== undefined && Math.round(Number(degrees) * 100) / 100; // the page packs positions
    assert.deepEqual(
      [near(row.longitude), near(row.latitude), row.precision],
      [near(cells.longitude), near(cells.latitude), cells.precision],
    );
    assert.equal(row.position_basis, geometry ? "stated" : undefined);
  });
}
