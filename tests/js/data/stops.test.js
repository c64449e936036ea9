import assert from "node:assert/strict";
import { test } from "node:test";

import { stepFrom, stopsOf, tourOf } from "../../../geo/page/assets/data/stops.js";
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
  assert.deepEqual(
    stopsOf(ATLAS, VIEW).map(({ id }) => id),
    ["a", "b", "bare"],
  );
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

const silence = { about: "control", sentence: { en: "Nobody is said to control it." } };
const sentence = { en: "It is used." };
const FOUND = {
  features: [mark("a", ["x"])],
  excerpts: [{ id: "x", source: "story", start: 0, end: 1 }],
  findings: [
    { sentence, claims: ["gone", "a"] },
    { sentence, claims: ["gone"] },
  ],
};

for (const [name, more, kinds] of [
  [
    "opens with the headline, and ends with the silences",
    { headline: { sentence, claims: ["a"] }, silences: [silence] },
    ["headline", "finding", "finding", "silences"],
  ],
  ["has no stop for a headline or silences that are not there", { silences: [] }, ["finding", "finding"]],
]) {
  test(`the tour ${name}`, () => {
    const stops = tourOf(atlasOf({ ...FOUND, ...more }), VIEW);
    assert.deepEqual(
      stops.map(({ kind }) => kind),
      kinds,
    );
  });
}

test("a finding's stop is at the mark of its first claim that the page has, whether shown or not", () => {
  const atlas = atlasOf({ ...FOUND, silences: [] });
  for (const view of [VIEW, { ...VIEW, layers: new Set() }]) {
    assert.deepEqual(
      tourOf(atlas, view).map((stop) => stop.mark?.id),
      ["a", undefined],
    );
  }
});

test("without findings the tour stops at the marks that are shown", () => {
  const stops = (layers) => tourOf(ATLAS, { ...VIEW, layers: new Set(layers) });
  assert.deepEqual(
    stops(["one"]).map((stop) => stop.mark?.id),
    ["a", "b", "bare"],
  );
  assert.deepEqual(stops([]), []);
});
