import assert from "node:assert/strict";
import test from "node:test";

import { createStore } from "../../../geo/page/assets/core/store.js";

const initial = {
  layers: new Set(),
  bases: new Set(),
  feature: null,
  excerpt: null,
  claim: null,
  language: "en",
  stop: null,
  dark: false,
  notes: [],
};

/** What a watcher of these keys hears of each patch. */
const CASES = [
  { keys: ["language"], patch: { language: "ar" }, calls: 1 },
  { keys: ["language"], patch: { feature: "brunn" }, calls: 0 },
  { keys: ["language"], patch: { language: "en" }, calls: 0 },
  { keys: ["feature", "excerpt"], patch: { feature: "brunn", excerpt: "e1" }, calls: 1 },
  { keys: ["layers"], patch: { layers: new Set() }, calls: 1 }, // a set is another value when it is another set
];

for (const { keys, patch, calls } of CASES) {
  test(`who watches ${keys} hears ${Object.keys(patch)} ${calls} times`, () => {
    const store = createStore(initial);
    const heard = [];
    store.watch(keys, (...change) => heard.push(change));
    store.set(patch, "panel");
    assert.equal(heard.length, calls);
    for (const change of heard) assert.deepEqual(change, [store.get(), initial, "panel"]);
  });
}

const CLAIMS = [
  [{ language: "ar" }, "c1"],
  [{ layers: new Set() }, "c1"],
  [{ feature: "brunn" }, null],
  [{ excerpt: "e2" }, null],
  [{ feature: "brunn", claim: "c2" }, "c2"],
];

for (const [patch, claim] of CLAIMS) {
  test(`after ${Object.keys(patch)} the claim asked for is ${claim}`, () => {
    const store = createStore({ ...initial, claim: "c1" });
    store.set(patch, "panel");
    assert.equal(store.get().claim, claim);
  });
}
