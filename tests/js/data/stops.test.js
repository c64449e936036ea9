import assert from "node:assert/strict";
import { test } from "node:test";

import { stepFrom, stopFrom, stopsOf } from "../../../geo/page/assets/data/stops.js";
import { atlasOf } from "../atlas.js";

const mark = (id, excerpts, more = {}) => {
  const claim = { id, basis: "stated", sentence: { en: id }, excerpts };
  return { id, layer: "one", kind: "thing", geometry: { type: "Point", coordinates: [1, 2] }, claims: [claim], ...more };
};
const ATLAS = atlasOf({
  itinerary: ["a", "hidden", "b", "bare", "unplaced"],
  excerpts: ["v", "w", "x", "y", "z"].map((id, at) => ({ id, source: "story", start: at, end: at + 1 })),
  features: [
    mark("b", ["y", "z"]),
    mark("a", ["x"]),
    mark("hidden", ["x"], { layer: "two" }),
    mark("bare", []),
    mark("unplaced", ["v", "w"], { geometry: null }),
  ],
});
const VIEW = { layers: new Set(["one"]), bases: new Set(["stated"]), feature: null, excerpt: null };
const at = (feature, excerpt) => ({ ...VIEW, feature, excerpt });

test("the stops are what is shown, in the atlas' order", () => {
  assert.deepEqual(stopsOf(ATLAS, VIEW).map(({ id }) => id), ["a", "b", "bare"]);
});

test("its steps go through each stop's excerpts, and back", () => {
  const walk = (from, by) => {
    const found = [];
    for (let step = from; step; step = stepFrom(ATLAS, { ...VIEW, ...step }, by)) found.push(step.excerpt);
    return found;
  };
  assert.deepEqual(walk({ feature: "a", excerpt: "x" }, 1), ["x", "y", "z"]);
  assert.deepEqual(walk({ feature: "b", excerpt: "z" }, -1), ["z", "y", "x"]);
});

for (const [view, by, excerpt] of [
  [at("a", "x"), 1, "y"],
  [at("b", "y"), 1, "z"],
  [at("b", "y"), -1, "x"],
  [at("a", "x"), -1, undefined],
  [at("b", "z"), 1, undefined],
  [at("unplaced", "v"), 1, "w"], // off the itinerary: its own excerpts
  [at("unplaced", "w"), 1, undefined],
  [at("bare", null), 1, undefined],
]) {
  test(`from ${view.feature}/${view.excerpt}, ${by} leads to ${excerpt}`, () => {
    assert.equal(stepFrom(ATLAS, view, by)?.excerpt, excerpt);
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
