import assert from "node:assert/strict";
import { test } from "node:test";

import { itemsOf, nextOpen, openIn } from "../../../geo/workbench/assets/items.js";
import { KEYS, commandOf } from "../../../geo/workbench/assets/keys.js";

const place = (id, quote, at) => ({ id, kind: "place", quote, starts: [at], why: "", proposer: { name: "g", version: "1" } });
const DRAFT = {
  text: "🛶 Puno and Lima and Ilo.",
  proposals: [place("p3-1", "Lima", 11), place("p3-2", "Puno", 2)],
  verdicts: { "p3-1": "accepted", "p3-2": "open" },
  origins: { "feature:lima": "p3-1" },
  feature: {
    lima: { names: { en: "Lima" }, aliases: ["Lima"], location: { kind: "unplaced" } },
    ilo: { names: { en: "Ilo" }, aliases: ["Ilo"] },
  },
  actor: {},
  excerpt: { e1: { start: 2, end: 6, exact: "Puno" }, e2: { start: 11, end: 15, exact: "Lima" } },
  claim: { c1: { feature: "lima", excerpts: ["e2"] } },
};

test("places come in the order of the text, with those made by hand", () => {
  const found = itemsOf(DRAFT, "places").map(({ id, verdict, record }) => [id, verdict, record]);
  assert.deepEqual(found, [
    ["p3-2", "open", undefined],
    ["p3-1", "accepted", "lima"],
    ["feature:ilo", "accepted", "ilo"],
  ]);
});

test("an excerpt without a claim is open", () => {
  assert.deepEqual(
    itemsOf(DRAFT, "claims").map(({ id, verdict }) => [id, verdict]),
    [
      ["excerpt:e1", "open"],
      ["excerpt:e2", "accepted"],
    ],
  );
});

test("a mark of which nobody said where it is, is open", () => {
  assert.equal(openIn(itemsOf(DRAFT, "marks")), 1);
});

for (const [from, to] of [
  ["p3-1", "p3-2"],
  ["feature:ilo", "p3-2"],
  [null, "p3-2"],
]) {
  test(`after ${from} the next open one is ${to}`, () => assert.equal(nextOpen(itemsOf(DRAFT, "places"), from), to));
}

const plain = { ctrlKey: false, metaKey: false, altKey: false };
for (const [event, target, command] of [
  [{ ...plain, key: "a" }, { tag: "BODY" }, "a"],
  [{ ...plain, key: "a" }, { tag: "TEXTAREA" }, null],
  [{ ...plain, key: "a" }, { tag: "INPUT", type: "text" }, null],
  [{ ...plain, key: "3" }, { tag: "INPUT", type: "radio" }, "3"],
  [{ ...plain, key: " " }, { tag: "BODY" }, "space"],
  [{ ...plain, key: " " }, { tag: "BUTTON" }, null],
  [{ ...plain, key: "a", ctrlKey: true }, { tag: "BODY" }, null],
  [{ ...plain, key: "z", ctrlKey: true }, { tag: "BODY" }, "z"],
  [{ ...plain, key: "[", ctrlKey: true, altKey: true }, { tag: "BODY" }, "["],
  [{ ...plain, key: "ArrowDown" }, { tag: "BODY" }, null],
]) {
  test(`${JSON.stringify(event)} in ${target.tag} is ${command}`, () => assert.equal(commandOf(event, target), command));
}

test("no key has two meanings at a step", () => {
  for (const step of ["places", "actors", "passages", "claims", "marks"]) {
    const keys = KEYS.filter(({ steps }) => !steps || steps.includes(step)).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  }
});
