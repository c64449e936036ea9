import assert from "node:assert/strict";
import { test } from "node:test";

import { boxOf, STEM, wrapped } from "../../../geo/page/assets/map/note_boxes.js";

const CASES = [
  ["one two", 20, ["one two"]],
  ["one two", 5, ["one", "two"]],
  ["onetwothree", 4, ["onet", "woth", "ree"]],
  ["a onetwothree b", 4, ["a", "onet", "woth", "ree", "b"]],
];

for (const [text, room, lines] of CASES) {
  test(`"${text}" in lines of ${room}`, () => {
    const found = wrapped(text, ({ length }) => length, room);
    assert.ok(found.every(({ length }) => length <= room));
    assert.equal(found.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
    assert.deepEqual(found, lines);
  });
}

test("a note stands above its place, an arrow's words at its beginning", () => {
  const wording = { caption: "", lines: [], width: 100, height: 40 };
  assert.deepEqual(boxOf({ at: [0, 0], text: "x" }, wording), [-50, -STEM - 40, 50, -STEM]);
  assert.deepEqual(boxOf({ at: [0, 0], to: [1, 1], text: "x" }, wording), [-50, -20, 50, 20]);
});
