import assert from "node:assert/strict";
import { test } from "node:test";

import { joined } from "../../../geo/page/assets/map/cluster.js";
import { anchorOf, extentOf, hits, inFrame, longitudeWithin, project, reachOf } from "../../../geo/page/assets/map/geometry.js";
import { lineOf, shapeOf } from "../atlas.js";

const near = (/** @type {number} */ a, /** @type {number} */ b, off = 1e-9) => assert.ok(Math.abs(a - b) < off, `${a} is not ${b}`);

/** Corners of EPSG:3857 at zoom 0, where the world is 256 px wide. */
const PLACES = [
  [0, 0, 128, 128],
  [-180, 85.0511287798066, 0, 0],
  [180, -85.0511287798066, 256, 256],
  [90, 66.51326044311186, 192, 64],
];

for (const [lon, lat, x, y] of PLACES) {
  test(`${lon}, ${lat} is drawn at ${x}, ${y}`, () => {
    const [px, py] = project(lon, lat);
    near(px, x);
    near(py, y);
  });
}

test("a shape lies between the degrees of its corners", () => {
  const line = shapeOf(lineOf([51.4, -35.7], [35.5, 33.9]));
  [35.5, -35.7, 51.4, 33.9].forEach((degree, i) => near(extentOf(line)[i], degree, 0.001)); // as fine as a screen shows it
});

// prettier-ignore
const KINDS = [
  ["Point", [1, 2], "point", 1],
  ["MultiPoint", [[1, 2], [3, 4]], "point", 2],
  ["LineString", [[1, 2], [3, 4]], "line", 1],
  ["MultiLineString", [[[1, 2], [3, 4]], [[5, 6], [7, 8]]], "line", 2],
  ["Polygon", [[[0, 0], [1, 0], [1, 1], [0, 0]]], "area", 1],
  ["MultiPolygon", [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[2, 2], [3, 2], [3, 3], [2, 2]]]], "area", 2],
];

for (const [type, coordinates, kind, parts] of KINDS) {
  test(`a ${type} is ${parts} part(s) of a ${kind}`, () => {
    const shape = shapeOf({ type, coordinates });
    assert.equal(shape.kind, kind);
    assert.equal(shape.parts.length, parts);
    assert.ok(shape.bounds[0] <= shape.bounds[2] && shape.bounds[1] <= shape.bounds[3]);
  });
}

// prettier-ignore
const SQUARE = shapeOf({
  type: "Polygon",
  coordinates: [
    [[0, 0], [40, 0], [40, 40], [0, 40], [0, 0]],
    [[10, 10], [10, 30], [30, 30], [30, 10], [10, 10]],
  ],
});

test("an area is hit inside and on its edge, not in its hole", () => {
  assert.ok(hits(SQUARE, ...project(5, 5), 0));
  assert.ok(!hits(SQUARE, ...project(20, 20), 0));
  assert.ok(hits(SQUARE, ...project(20, 10.5), 1));
  assert.ok(!hits(SQUARE, ...project(50, 20), 1));
});

test("a line is hit within reach of it, and not beyond its ends", () => {
  const line = shapeOf(lineOf([0, 0], [20, 0]));
  const [x, y] = project(10, 0);
  assert.ok(hits(line, x, y + 2, 2.1));
  assert.ok(!hits(line, x, y + 2, 1.9));
  assert.ok(!hits(line, project(25, 0)[0], y, 2));
});

test("a line with two equal positions is hit where it lies", () => {
  const line = shapeOf(lineOf([5, 5], [5, 5]));
  assert.ok(hits(line, ...project(5, 5), 0.1));
});

test("the anchor of a line is half-way along it", () => {
  const line = shapeOf(lineOf([0, 0], [10, 0], [40, 0]));
  near(anchorOf(line)[0], project(20, 0)[0], 1 / 2048);
});

test("what lies outside a frame is not drawn in it", () => {
  const frame = { scale: 1, left: 100, top: 100, width: 50, height: 50, visible: [] };
  assert.ok(inFrame([110, 110, 120, 120], frame));
  assert.ok(inFrame([0, 0, 256, 256], frame));
  assert.ok(!inFrame([0, 0, 60, 60], frame));
});

const FRAME = { scale: 10, left: 100, top: 0, width: 300, height: 200, visible: [0, 0, 300, 200] };
/** Bounds in world px, and the px of the frame that may be drawn on with 5 px of line. @type {[string, number[][], number[]][]} */
// prettier-ignore
const REACHES = [
  ["nothing", [], [0, 0, 0, 0]],
  ["what lies beyond the frame", [[50, 2, 60, 4]], [0, 0, 0, 0]],
  ["what lies within", [[12, 2, 14, 4]], [15, 15, 45, 45]],
  ["a part of a px", [[12.04, 2.04, 14.01, 4.01]], [15, 15, 46, 46]],
  ["what lies across an edge", [[8, 2, 14, 90]], [0, 15, 45, 200]],
  ["what only its line brings in", [[9.8, 2, 9.8, 4]], [0, 15, 3, 45]],
  ["several", [[12, 2, 14, 4], [20, 5, 21, 6]], [15, 15, 115, 65]],
];

for (const [what, bounds, reach] of REACHES) {
  test(`the reach of ${what}`, () => {
    assert.deepEqual(
      reachOf(
        joined(bounds, (one) => [one, 0]),
        FRAME,
        5,
      ),
      reach,
    );
  });
}

const TURNS = [
  [10, -180, 10],
  [180, -180, 180],
  [180.44, -180, -179.56],
  [-179.56, -0.2, 180.44],
  [-30, -0.2, 330],
  [540, -180, -180],
];

for (const [lon, west, there] of TURNS) {
  test(`${lon}° is at ${there}° on a map from ${west}°`, () => near(longitudeWithin(lon, west), there, 1e-9));
}

test("a shape across 180° has a west that is greater than its east", () => {
  const [west, , east] = extentOf(shapeOf(lineOf([179, 1], [181, 2])));
  near(west, 179, 0.001);
  near(east, -179, 0.001);
});
