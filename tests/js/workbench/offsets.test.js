import assert from "node:assert/strict";
import { test } from "node:test";

import { offsetsOf, trimmed } from "../../../geo/workbench/assets/offsets.js";

const TEXTS = ["plain", "", "a🛶b", "🛶🛶", "e\u0301x", "قارب 🛶 على", "𝒳𝒴 and é"];

for (const text of TEXTS) {
  test(`code points and units of ${JSON.stringify(text)} lead to each other`, () => {
    const { units, points } = offsetsOf(text);
    const characters = [...text];
    for (let point = 0; point <= characters.length; point++) {
      assert.equal(units(point), characters.slice(0, point).join("").length);
      assert.equal(points(units(point)), point);
    }
  });
}

test("a unit within a character is that at its start", () => {
  assert.equal(offsetsOf("a🛶b").points(2), 1);
});

for (const [text, span] of [
  [" a b ", { start: 1, end: 4 }],
  ["ab", { start: 0, end: 2 }],
  ["\n\u00a0", null],
  ["", null],
]) {
  test(`${JSON.stringify(text)} loses the white space at its ends`, () => {
    assert.deepEqual(trimmed(text, 0, text.length), span);
  });
}
