import assert from "node:assert/strict";
import { test } from "node:test";

import { clearOfOthers, onWater } from "../../../geo/page/assets/map/ground.js";
import { shapeOf } from "../atlas.js";

const square = (west, south, side) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const [HOME, OTHER] = [shapeOf(square(0, 0, 10)), shapeOf(square(20, 0, 10))];
const ATLAS = { basemap: { countries: [{ shape: HOME }, { shape: OTHER }] } };
const [left, top, right, bottom] = HOME.bounds;
const [width, height] = [right - left, bottom - top];
/** A box whose middle and size are so many times those of the first square. */
const box = (x, wide, high = 0.1) => {
  const [middle, y] = [left + x * width, top + height / 2];
  return [middle - (wide * width) / 2, y - (high * height) / 2, middle + (wide * width) / 2, y + (high * height) / 2];
};

for (const [name, at, clear] of [
  ["in its own country", box(0.5, 0.5), true],
  ["beside it, on the sea", box(1.5, 0.5), true],
  ["with its ends on another country", box(1.5, 1.4), true],
  ["on another country", box(2.5, 0.5), false],
  ["half on another country", box(2, 1), false],
]) {
  test(`a country's name ${name} is ${clear ? "" : "not "}clear`, () => {
    assert.equal(clearOfOthers(ATLAS, [left + width / 2, top + height / 2])(at), clear);
  });
}

for (const [name, at, clear] of [
  ["between two countries", box(1.5, 0.8), true],
  ["with its ends on land", box(1.5, 1.4), false],
  ["on land", box(0.5, 0.2), false],
  ["far from any land", box(9, 0.5), true],
]) {
  test(`a sea's name ${name} is ${clear ? "" : "not "}clear`, () => {
    assert.equal(onWater(ATLAS)(at), clear);
  });
}

test("without countries a name lies nowhere wrong", () => {
  const empty = { basemap: { countries: [] } };
  assert.equal(onWater(empty)(box(0.5, 1)), true);
  assert.equal(clearOfOthers(empty, [0, 0])(box(0.5, 1)), true);
});
