import assert from "node:assert/strict";
import { test } from "node:test";

import {
  actorsOf,
  basisOf,
  isShown,
  lookOf,
  nameIn,
  ownBasisOf,
  subjectsOf,
  selection,
  tally,
} from "../../../geo/page/assets/data/atlas.js";
import { BASES, createStore, toggled } from "../../../geo/page/assets/core/store.js";
import { atlasOf, lineOf } from "../atlas.js";

const CLAIM = { sentence: { en: "So." }, about: "use" };
const FEATURE = { kind: "thing", names: { en: "Thing" }, position: { basis: "background", note: { en: "so" } } };

/** Two features that share an excerpt; the second also has an inferred claim that disputes the first. */
const BLOB = {
  article: { source: "story", language: "en", text: "🛶 one two", numbers: [1] },
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
      claims: [{ ...CLAIM, id: "a1", basis: "stated", actors: ["guild"], excerpts: ["two", "one"] }],
    },
    {
      ...FEATURE,
      id: "b",
      layer: "two",
      geometry: null,
      claims: [
        { ...CLAIM, id: "b1", basis: "background", excerpts: [] },
        {
          ...CLAIM,
          id: "b2",
          basis: "inferred",
          from: ["a1"],
          excerpts: ["one"],
          relations: [{ kind: "contradicts", to: "a1", on: "degree" }],
        },
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

test("a mark has its excerpts in the order of its claims", () => {
  assert.deepEqual(a.excerpts, ["two", "one"]);
});

test("an excerpt knows its marks, a claim its dissent, an excerpt its actors", () => {
  assert.deepEqual(
    atlas.marksOf("one").map((mark) => mark.id),
    ["a", "b"],
  );
  assert.deepEqual(
    subjectsOf(atlas, "one").map((mark) => mark.id),
    ["a"],
  ); // the other is what we infer
  assert.deepEqual(
    atlas.relationsTo("a1").map(({ claim, relation }) => [claim.id, relation.kind, relation.on]),
    [["b2", "contradicts", "degree"]],
  );
  assert.deepEqual(
    actorsOf(atlas, "two").map((actor) => actor.id),
    ["guild"],
  );
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

/** A way of two stretches; a band within it, beside its line; a guard and a spy within an isle, at no place. */
const PLACE = { type: "Point", coordinates: [1, 2] };
const stated = (id, more = {}) => ({ ...CLAIM, id, basis: "stated", words: id, modality: "asserted", excerpts: ["one"], ...more });
const inferred = (id, from) => ({ ...CLAIM, id, about: "course", basis: "inferred", from: [from], excerpts: ["one"] });
const OURS = { basis: "inferred", note: { en: "ours" } };
const LINE = lineOf([0, 0], [1, 1]);
const held = atlasOf({
  ...BLOB,
  holders: [
    { id: "way", names: { en: "The way" }, at: [0, 0] },
    { id: "isle", names: { en: "Isle" }, at: [1, 2] },
  ],
  features: [
    { ...FEATURE, id: "way", layer: "way", kind: "whole", geometry: null, claims: [stated("way-use")] },
    { ...FEATURE, id: "west", layer: "way", geometry: LINE, part_of: ["way"], position: OURS, claims: [inferred("west-part", "way-use")] },
    { ...FEATURE, id: "east", layer: "way", geometry: LINE, part_of: ["way"], position: OURS, claims: [inferred("east-part", "way-use")] },
    {
      ...FEATURE,
      id: "band",
      layer: "band",
      geometry: LINE,
      within: "way",
      position: OURS,
      claims: [stated("watches", { about: "watch" })],
    },
    {
      ...FEATURE,
      id: "guard",
      layer: "guard",
      geometry: null,
      within: "isle",
      part: { id: "tied", claim: "guards" },
      claims: [stated("sleeps", { about: "rest" }), stated("guards", { about: "guard" })],
    },
    { ...FEATURE, id: "spy", layer: "guard", geometry: null, within: "isle", claims: [inferred("spies", "guards")] },
    { ...FEATURE, id: "isle", layer: "way", kind: "country", geometry: PLACE, claims: [stated("isle-named", { about: "place" })] },
    { ...FEATURE, id: "nowhere", layer: "way", geometry: null, claims: [stated("somebody", { about: "name" })] },
  ],
});
const mark = (id) => held.marks.get(id);
const ids = (marks) => marks.map(({ id }) => id);

test("a whole has no shape: its parts are drawn for it", () => {
  assert.deepEqual(ids(mark("way").drawn), ["west", "east"]);
  assert.deepEqual(ids(mark("way").parts), ["west", "east"]);
  assert.deepEqual(ids(mark("west").wholes), ["way"]);
  assert.deepEqual(ids(mark("west").drawn), ["west"]);
});

test("who is said to be within something is tied to its name", () => {
  assert.equal(mark("guard").holder.names.en, "Isle");
  assert.deepEqual(mark("guard").drawn, []);
  assert.deepEqual(ids(held.membersOf(held.holders[1])), ["guard", "spy"]);
  assert.deepEqual(ids(mark("isle").members), ["guard", "spy"]);
  assert.deepEqual(ids(mark("way").members), ["band"]);
});

test("all that has a shape, parts or a name to stand at is on the map, and counted", () => {
  assert.deepEqual(ids(held.onMap), ["way", "west", "east", "band", "guard", "spy", "isle"]);
  const view = { layers: new Set(), bases: new Set(BASES), feature: null, excerpt: null, language: "en" };
  assert.equal(tally(held, view, ["guard"]), 2);
  assert.equal(tally(held, { ...view, bases: new Set(["stated"]) }, ["guard"]), 1);
});

test("a stretch stays while its whole's claims are let through, but never as stated of it, nor solid", () => {
  const only = new Set(["stated"]);
  assert.equal(basisOf(mark("west"), only), "stated");
  assert.equal(ownBasisOf(mark("west"), only), undefined);
  assert.equal(ownBasisOf(mark("west"), new Set(BASES)), "inferred");
  assert.equal(lookOf(mark("west"), only), "inferred"); // where it is drawn is ours
  assert.equal(lookOf(mark("isle"), only), "stated");
});

test("a stretch is used as far as its whole is said to be", () => {
  assert.deepEqual(
    mark("west").uses.map(({ id }) => id),
    ["way-use"],
  );
  assert.deepEqual(mark("guard").uses, []);
});

test("the claim of its part speaks for a force, else the first that is stated, else none", () => {
  assert.equal(mark("guard").voice.id, "guards");
  assert.equal(mark("band").voice.id, "watches");
  assert.equal(mark("spy").voice, undefined);
});

test("words lead to what they are said of; the excerpt that is asked for is kept", () => {
  assert.deepEqual(ids(subjectsOf(held, "one")), ["way", "band", "guard", "isle", "nowhere"]);
  assert.deepEqual(selection(mark("west"), "one"), { feature: "west", excerpt: "one" });
});
