import assert from "node:assert/strict";
import { test } from "node:test";

import { crossesAny, nearest, overlap, roomFor, within } from "../../../geo/page/assets/map/room.js";

const AREA = [0, 0, 600, 400];
const NAME = [280, 190, 320, 210];

test("a box finds room beside a name, over nothing that is taken", () => {
  const line = [0, 210, 600, 230];
  const box = roomFor([200, 100], [300, 200], AREA, [NAME, line]);
  assert.ok(box && !overlap(box, NAME) && !overlap(box, line));
  assert.ok(box[3] <= 210); // above: a leader below would cross the line
});

test("it is as near as can be", () => {
  const box = roomFor([60, 20], [300, 200], AREA, [NAME]);
  const [x, y] = nearest(/** @type {any} */ (box), [300, 200]);
  assert.ok(Math.hypot(x - 300, y - 200) < 24);
});

const NONE = [
  ["too large", [700, 20], []],
  ["all taken", [60, 20], [AREA]],
  ["only far off", [60, 20], [[0, 0, 600, 380]], [300, -200]],
];
for (const [why, size, taken, spot = [300, 200]] of NONE) {
  test(`where it is ${why} there is no room`, () => assert.equal(roomFor(size, spot, AREA, taken), undefined));
}

const MOVED = [
  [
    [-50, 10, 50, 30],
    [0, 10, 100, 30],
  ],
  [
    [580, 390, 620, 410],
    [560, 380, 600, 400],
  ],
  [
    [10, 10, 20, 20],
    [10, 10, 20, 20],
  ],
  [
    [-10, 0, 690, 10],
    [0, 0, 700, 10],
  ], // too wide: its beginning is seen
];
for (const [box, moved] of MOVED) {
  test(`${box} is moved to ${moved}`, () => assert.deepEqual(within(box, AREA), moved));
}

const LINE = [[0, 250, 600, 262]];
for (const [box, crosses] of [
  [[260, 300, 340, 340], true],
  [[260, 100, 340, 150], false],
  [[400, 190, 460, 240], false],
]) {
  test(`the leader of ${box} ${crosses ? "crosses" : "doesn't cross"} the line`, () => {
    assert.equal(crossesAny(/** @type {any} */ (box), [300, 200], LINE), crosses);
  });
}

test("a box has no room where its leader would cross a line", () => {
  const below = [[0, 0, 600, 240], ...LINE]; // all above the line is taken
  const name = /** @type {[number, number]} */ ([300, 200]);
  assert.ok(roomFor([200, 100], name, AREA, below));
  assert.equal(roomFor([200, 100], name, AREA, below, LINE), undefined);
});
