import assert from "node:assert/strict";
import { test } from "node:test";

import { actorsOf, basisOf, isShown, nameIn, tally } from "../../geo/page/assets/data.js";
import { BASES, articleOnly, createStore, toggled } from "../../geo/page/assets/view.js";
import { atlasOf } from "./atlas.js";

const CLAIM = { sentence: "So.", about: "use", sources: [], disputes: [] };
const FEATURE = { kind: "thing", names: { en: "Thing" }, position: { basis: "inferred", note: "so" }, silences: [] };

/** Two features that share an excerpt; the second also has an inferred claim that disputes the first. */
const BLOB = {
  article: { source: "story", text: "🛶 one two" },
  actors: [{ id: "guild", names: { en: "Guild" } }],
  sources: [],
  layers: [],
  excerpts: [
    { id: "two", source: "story", start: 6, end: 9, exact: "two" },
    { id: "one", source: "story", start: 2, end: 5, exact: "one" },
  ],
  features: [
    {
      ...FEATURE,
      id: "a",
      layer: "one",
      geometry: { type: "Point", coordinates: [1, 2] },
      claims: [{ ...CLAIM, id: "a1", basis: "stated", actor: "guild", excerpts: ["two", "one"] }],
    },
    {
      ...FEATURE,
      id: "b",
      layer: "two",
      geometry: null,
      claims: [
        { ...CLAIM, id: "b1", basis: "background", excerpts: [] },
        { ...CLAIM, id: "b2", basis: "inferred", excerpts: ["one"], disputes: ["a1"] },
      ],
    },
  ],
};
const atlas = atlasOf(BLOB);
const [a, b] = ["a", "b"].map((id) => atlas.marks.get(id));

test("offsets become UTF-16 offsets, so that they cut the right words", () => {
  for (const excerpt of atlas.excerpts.all()) {
    assert.equal(atlas.article.text.slice(excerpt.start, excerpt.end), excerpt.exact);
  }
});

test("a mark has its excerpts in the order of the text", () => {
  assert.deepEqual(a.excerpts, ["one", "two"]);
});

test("an excerpt knows its marks, a claim its dissent, an excerpt its actors", () => {
  assert.deepEqual(atlas.marksOf("one").map((mark) => mark.id), ["a", "b"]);
  assert.deepEqual(atlas.disputedBy("a1").map((claim) => claim.id), ["b2"]);
  assert.deepEqual(actorsOf(atlas, "two").map((actor) => actor.id), ["guild"]);
});

const FILTERS = [
  [BASES, "stated", "inferred"],
  [["stated"], "stated", undefined],
  [["background"], undefined, "background"],
  [[], undefined, undefined],
];

for (const [bases, ofA, ofB] of FILTERS) {
  test(`through the filter ${bases} the strongest bases are ${ofA} and ${ofB}`, () => {
    assert.equal(basisOf(a, new Set(bases)), ofA);
    assert.equal(basisOf(b, new Set(bases)), ofB);
  });
}

test("a mark is shown when its layer and a claim of it are", () => {
  const view = { layers: new Set(["one"]), bases: new Set(BASES), feature: null, excerpt: null, language: "en" };
  assert.ok(isShown(a, view));
  assert.ok(!isShown(b, view));
  assert.ok(!isShown(a, { ...view, bases: new Set(["background"]) }));
});

test("a name falls back to English, then to any", () => {
  assert.equal(nameIn({ en: "E", ar: "A" }, "ar"), "A");
  assert.equal(nameIn({ en: "E" }, "fa"), "E");
  assert.equal(nameIn({ ar: "A" }, "fa"), "A");
  assert.equal(nameIn({ en: "E" }, "toString"), "E"); // a language may be called so
});

test("the store tells listeners what was, what is, and why; values are frozen", () => {
  const store = createStore({ layers: new Set(), bases: new Set(BASES), feature: null, excerpt: null, language: "en" });
  const heard = [];
  store.subscribe((view, before, cause) => heard.push([view.feature, before.feature, cause]));
  store.set({ feature: "a" }, "map");
  assert.deepEqual(heard, [["a", null, "map"]]);
  assert.ok(Object.isFrozen(store.get()));
});

test("toggling copies the set", () => {
  const before = new Set(["x"]);
  assert.deepEqual([...toggled(before, "y", true)], ["x", "y"]);
  assert.deepEqual([...toggled(before, "x", false)], []);
  assert.deepEqual([...before], ["x"]);
});

test("the filter says when only the article speaks", () => {
  const view = { layers: new Set(), feature: null, excerpt: null, language: "en" };
  assert.ok(articleOnly({ ...view, bases: new Set(["stated"]) }));
  assert.ok(!articleOnly({ ...view, bases: new Set(BASES) }));
});
