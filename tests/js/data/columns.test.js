import assert from "node:assert/strict";
import { test } from "node:test";

import { Records, lastAtMost, startsOf, summed, unpacked } from "../../../geo/page/assets/data/columns.js";
import { linesOf, packed } from "../atlas.js";

for (const numbers of [[], [0, 1, -1, 63, 64, -64, -65], [2 ** 21, -(2 ** 21), 2 ** 30, -(2 ** 30)]]) {
  test(`${JSON.stringify(numbers)} come back`, () => assert.deepEqual([...unpacked(packed(numbers))], numbers));
}

test("steps are added up, each axis for itself", () => {
  assert.deepEqual([...summed(Int32Array.of(5, 2, -3))], [5, 7, 4]);
  assert.deepEqual([...summed(Int32Array.of(1, 10, 2, 20, 3, 30), 2)], [1, 10, 3, 30, 6, 60]);
});

test("parts are found by where they start", () => {
  const starts = startsOf(Int32Array.of(2, 0, 3));
  assert.deepEqual([...starts], [0, 2, 2, 5]);
  assert.deepEqual(
    [0, 1, 2, 4].map((part) => lastAtMost(starts, part)),
    [0, 0, 2, 2],
  ); // the second has none
});

/** Five records, of which the second block holds those from the third on. */
function records() {
  /** @type {string[]} */
  const asked = [];
  const ids = Array.from({ length: 5 }, (_, at) => `r${at}`);
  const read = (/** @type {string} */ name) => {
    asked.push(name);
    const [, key, block] = name.split(".");
    return key === "id" ? linesOf(ids.slice(Number(block) * 3, (Number(block) + 1) * 3)) : undefined;
  };
  const all = new Records("things", ids.length, { blockSize: 3, read }, (at) => ({ id: all.value("id", at) }));
  return { all, asked };
}

test("a record costs the block in which it stands, once", () => {
  const { all, asked } = records();
  assert.equal(all.at(4).id, "r4");
  assert.equal(all.at(4), all.at(4));
  assert.deepEqual(asked, ["things.id.1"]);
});

test("a record is found by its id, and only by it", () => {
  const { all } = records();
  assert.equal(all.get("r3"), all.at(3));
  assert.deepEqual([all.get("r5"), all.get(""), all.has("r0"), all.has("r")], [undefined, undefined, true, false]);
});

test("a key that nobody has is empty", () => {
  const { all } = records();
  assert.deepEqual(all.column("note"), []);
  assert.equal(all.value("note", 3), undefined);
});
