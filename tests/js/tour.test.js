import assert from "node:assert/strict";
import { test } from "node:test";

import { stepFrom, stepsOf, stopFrom, stopsOf } from "../../geo/page/assets/tour.js";

const mark = (id, excerpts, more = {}) => [
  id,
  { id, layer: "one", shape: {}, claims: [{ basis: "stated" }], excerpts, ...more },
];
const ATLAS = {
  tour: ["a", "hidden", "b", "bare", "unplaced"],
  marks: new Map([
    mark("b", ["y", "z"]),
    mark("a", ["x"]),
    mark("hidden", ["x"], { layer: "two" }),
    mark("bare", []),
    mark("unplaced", ["v", "w"], { shape: null }),
  ]),
};
const VIEW = { layers: new Set(["one"]), bases: new Set(["stated"]), feature: null, excerpt: null };
const at = (feature, excerpt) => ({ ...VIEW, feature, excerpt });

test("a tour stops at what is shown, in the atlas' order", () => {
  assert.deepEqual(stopsOf(ATLAS, VIEW).map(({ id }) => id), ["a", "b", "bare"]);
});

test("its steps go through each stop's excerpts", () => {
  assert.deepEqual(stepsOf(ATLAS, VIEW).map(({ excerpt }) => excerpt), ["x", "y", "z"]);
});

for (const [view, by, excerpt] of [
  [at("a", "x"), 1, "y"],
  [at("b", "y"), 1, "z"],
  [at("b", "y"), -1, "x"],
  [at("a", "x"), -1, undefined],
  [at("b", "z"), 1, undefined],
  [at("unplaced", "v"), 1, "w"], // off the tour: its own excerpts
  [at("unplaced", "w"), 1, undefined],
  [at("bare", null), 1, undefined],
]) {
  test(`from ${view.feature}/${view.excerpt}, ${by} leads to ${excerpt}`, () => {
    assert.equal(stepFrom(stepsOf(ATLAS, view), view, by)?.excerpt, excerpt);
  });
}

for (const [feature, by, stop] of [
  [null, 1, "a"],
  ["unplaced", 1, "a"],
  ["a", 1, "b"],
  ["b", -1, "a"],
  ["a", -1, undefined],
  ["bare", 1, undefined],
]) {
  test(`from stop ${feature}, ${by} leads to ${stop}`, () => {
    assert.equal(stopFrom(stopsOf(ATLAS, VIEW), at(feature, null), by)?.id, stop);
  });
}
