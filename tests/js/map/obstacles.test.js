import assert from "node:assert/strict";
import { test } from "node:test";

import { chipsOf } from "../../../geo/page/assets/map/obstacles.js";

const FRAME = { scale: 10, left: 100, top: 0, width: 300, height: 200, visible: [0, 0, 300, 200] };
const CELL = [12, 2, 20, 10];
const group = (/** @type {number} */ x, /** @type {number} */ y, bounds = CELL) => ({ x, y, size: 5, bounds });

test("the numbers of one cell are one box, 11 px and 7 px about their middles", () => {
  assert.deepEqual(chipsOf([group(14, 4), group(18, 5)], FRAME), [{ box: [29, 33, 91, 57] }]);
});

test("each cell has its own box, and none that is out of sight", () => {
  const [near, far] = [
    [20, 2, 28, 10],
    [90, 2, 98, 10],
  ];
  const boxes = chipsOf([group(14, 4), group(24, 4, near), group(94, 4, far)], FRAME);
  assert.deepEqual(boxes, [{ box: [29, 33, 51, 47] }, { box: [129, 33, 151, 47] }]);
});
