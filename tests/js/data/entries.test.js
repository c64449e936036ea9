import assert from "node:assert/strict";
import { test } from "node:test";

import { choiceOf } from "../../../geo/page/assets/data/atlas.js";
import { indexOf } from "../../../geo/page/assets/data/entries.js";
import { find } from "../../../geo/page/assets/data/search.js";
import { atlasOf } from "../atlas.js";

const ISLE = {
  id: "isle",
  layer: "places",
  kind: "isle",
  geometry: { type: "Point", coordinates: [1, 2] },
  names: { en: "Isle" },
  position: { basis: "background", source: "gazetteer" },
};
const GUARD = {
  id: "guard",
  layer: "league",
  kind: "force",
  geometry: null,
  names: { en: "League, at sea" },
  part: { id: "tied" },
  claims: [],
};
const ATLAS = atlasOf({
  actors: [
    { id: "guild", names: { en: "Guild", fa: "صنف" }, code: "GU", colour: "#000000", pattern: "dots" },
    { id: "league", names: { en: "League" }, code: "LG", colour: "#000000", pattern: "dots" },
  ],
  layers: [
    { id: "places", names: { en: "Places of the isle" }, code: "PL", group: "corridor" },
    { id: "league", names: { en: "The League" }, code: "LG", group: "actors", force: "guard" },
  ],
  parts: [{ id: "tied", names: { en: "Tied to the ferry" }, short: { en: "Tied" }, shape: "square", hue: "#000000", stated: true }],
  findings: [{ sentence: { en: "The light burns.", ar: "«الضوء» مشتعل." }, claims: ["gone", "c2"] }],
  silences: [{ about: "use", sentence: { en: "No ferry is named." }, absent: ["steamer"] }],
  sources: [
    { id: "story", title: "The Light", publisher: "Isle Post", grade: "C" },
    { id: "almanac", title: "Almanac of Lights", grade: "B" },
    { id: "gazetteer", title: "Gazetteer", grade: "A" },
    { id: "letter", title: "A letter", grade: "D" },
  ],
  article: { source: "story", language: "en", text: "", numbers: [] },
  excerpts: [
    { id: "e1", source: "story", start: 0, end: 1 },
    { id: "e2", source: "letter", start: 0, end: 1 },
  ],
  features: [
    {
      ...ISLE,
      silences: [{ about: "control", sentence: { en: "Who keeps it is not said." } }],
      claims: [
        {
          id: "c1",
          basis: "stated",
          actors: ["guild"],
          sentence: { en: "It is kept.", fa: "نگهداری می‌شود." },
          words: "keeps the light",
          excerpts: ["e1", "e2"],
        },
        { id: "c2", basis: "background", actors: [], sentence: { en: "It was built in 1901." }, source: "almanac", excerpts: [] },
      ],
    },
    GUARD,
  ],
});

/** What each query finds first, and where that leads to. */
const CASES = [
  ["isle", "places", { feature: "isle" }],
  ["صنف", "actors", { feature: "isle", excerpt: "e1" }],
  ["places of the isle", "layers", { layers: ["places"] }],
  ["LG", "layers", { layers: ["league"] }],
  ["tied to the ferry", "parts", { layers: ["league"] }],
  ["tied", "parts", { layers: ["league"] }],
  ["light burns", "findings", { claim: "c2" }],
  ["الضوء", "findings", { claim: "c2" }],
  ["kept", "claims", { claim: "c1" }],
  ["نگهداری", "claims", { claim: "c1" }],
  ["keeps the light", "claims", { claim: "c1" }],
  ["١٩٠١", "claims", { claim: "c2" }],
  ["no ferry", "silences", { feature: undefined, silence: 0 }],
  ["steamer", "silences", { feature: undefined, silence: 0 }],
  ["who keeps it", "silences", { feature: "isle", silence: 0 }],
  ["almanac", "sources", { claim: "c2" }],
  ["gazetteer", "sources", { feature: "isle" }],
  ["a letter", "sources", { feature: "isle", excerpt: "e2" }],
  ["Isle Post", "sources", {}],
];

for (const [query, group, choice] of CASES) {
  test(`"${query}" is found among the ${group}`, () => {
    const found = find(indexOf(ATLAS), query, () => 5).find((one) => one.group === group);
    assert.deepEqual(found?.entries[0].choice, choice);
  });
}

test("an entry has its names in each language, and the name of the mark that it is about", () => {
  const [
    {
      entries: [entry],
    },
  ] = find(indexOf(ATLAS), "kept", () => 5);
  assert.deepEqual([entry.names.fa, entry.of, entry.detail], ["نگهداری می‌شود.", { en: "Isle" }, "stated"]);
});

const CHOICES = [
  [{ feature: "isle" }, { feature: "isle", excerpt: "e1", claim: null }],
  [
    { feature: "isle", excerpt: "e2" },
    { feature: "isle", excerpt: "e2", claim: null },
  ],
  [{ claim: "c1" }, { feature: "isle", excerpt: "e1", claim: "c1" }],
  [{ claim: "c2" }, { feature: "isle", excerpt: "e1", claim: "c2" }],
  [
    { feature: "guard", claim: "c1", excerpt: "e2" },
    { feature: "isle", excerpt: "e2", claim: "c1" },
  ],
  [
    { feature: "isle", claim: "gone" },
    { feature: "isle", excerpt: "e1", claim: null },
  ],
  [{}, { feature: null, excerpt: null, claim: null }],
];

for (const [asked, chosen] of CHOICES) {
  test(`${JSON.stringify(asked)} chooses ${JSON.stringify(chosen)}`, () => assert.deepEqual(choiceOf(ATLAS, asked), chosen));
}
