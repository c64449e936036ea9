import assert from "node:assert/strict";
import { test } from "node:test";

import { moved } from "../../../geo/workbench/assets/bounds.js";

// “One, two and three”: clauses at 0–3, 5–8, 13–18
const CUTS = [
  { end: 3, start: 5 },
  { end: 8, start: 13 },
];
const WHOLE = { start: 0, end: 18 };

for (const [keys, bounds] of [
  ["[", { start: 5, end: 18 }],
  ["[[", { start: 13, end: 18 }],
  ["[[[", { start: 13, end: 18 }],
  ["]", { start: 0, end: 8 }],
  ["]]", { start: 0, end: 3 }],
  ["[]", { start: 5, end: 8 }],
  ["[]]", { start: 5, end: 8 }], // nothing would be left
  ["[[{", { start: 5, end: 18 }],
  ["]]}", { start: 0, end: 8 }],
  ["{}", WHOLE],
]) {
  test(`${keys} leaves ${JSON.stringify(bounds)}`, () => {
    assert.deepEqual(
      [...keys].reduce((now, key) => moved(key, now, CUTS, 18), WHOLE),
      bounds,
    );
  });
}
