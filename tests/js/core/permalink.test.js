import assert from "node:assert/strict";
import { test } from "node:test";

import { linkOf, readLink } from "../../../geo/page/assets/core/permalink.js";

const INITIAL = {
  layers: new Set(["corridor", "pmf"]),
  bases: new Set(["stated", "inferred", "background"]),
  feature: null,
  excerpt: null,
  claim: null,
  language: "en",
  stop: null,
  notes: [],
};
const ATLAS = {
  marks: new Map([["damascus", {}]]),
  excerpts: new Map([["e09", {}]]),
  claims: new Map([["route-use", {}]]),
  layers: [{ id: "corridor" }, { id: "pmf" }, { id: "irgc" }],
  languages: ["en", "ar"],
};
const TEHRAN = { lon: 51.42, lat: 35.69, zoom: 7.25 };

test("a fresh page has an empty link", () => {
  assert.equal(linkOf(INITIAL, INITIAL, null), "");
});

const VIEWS = [
  [{}, null],
  [{ feature: "damascus", excerpt: "e09" }, null],
  [{ feature: "damascus", excerpt: "e09", claim: "route-use" }, null],
  [{ claim: "route-use" }, null],
  [{ layers: new Set() }, null],
  [{ layers: new Set(["irgc"]), bases: new Set(["stated"]) }, TEHRAN],
  [{ bases: new Set() }, null],
  [{ language: "ar" }, TEHRAN],
  [{ feature: "damascus", stop: 0 }, null],
  [{ stop: 11 }, null],
  [
    {
      notes: [
        { at: [36.3, 33.51], text: "50% + 2%2C, & #1 = a_b?" },
        { at: [36, 33], to: [38, 34], text: "" },
      ],
    },
    null,
  ],
  [{ notes: [{ at: [36.3, 33.51], text: "<b>این</b> یادداشت می‌ماند" }] }, TEHRAN],
];

for (const [patch, camera] of VIEWS) {
  const view = { ...INITIAL, ...patch };
  const link = linkOf(view, INITIAL, camera);
  test(`"${link}" leads back to the view it was made of`, () => {
    assert.deepEqual(readLink(link, INITIAL, ATLAS), { view, camera, unknown: [] });
  });
}

for (const stop of ["", "0", "-1", "1.5", "last", "9999999"]) {
  test(`"t=${stop}" is no stop of the tour`, () => {
    assert.equal(readLink(`t=${stop}`, INITIAL, ATLAS).view.stop, null);
  });
}

const STALE = [
  ["f=atlantis", ["atlantis"]],
  ["x=e99&l=corridor,gone", ["e99", "gone"]],
  ["b=certain", ["certain"]],
  ["lang=tlh", ["tlh"]],
  ["f=damascus&c=gone", ["gone"]],
  ["f=__proto__&x=constructor&c=toString", ["__proto__", "constructor", "toString"]],
  ["n=36,33_kept&n=gone&n=1,2", ["gone", "1,2"]],
  ["n=%E0%A4%A", ["\ufffd%A"]],
  ["n=", ["n="]],
];

for (const [link, unknown] of STALE) {
  test(`"${link}" names what is not there`, () => {
    assert.deepEqual(readLink(link, INITIAL, ATLAS).unknown, unknown);
  });
}

for (const at of ["", "1,2", "a,b,c", "200,0,5", "0,100,5", "0,0,99", "NaN,0,1"]) {
  test(`"at=${at}" is no place to look at`, () => {
    assert.equal(readLink(`at=${at}`, INITIAL, ATLAS).camera, null);
  });
}

test("a link says a place beyond 180° as it is on every map", () => {
  assert.equal(linkOf({ ...INITIAL, stop: null }, INITIAL, { lon: 180.44, lat: -45.1, zoom: 9 }), "at=-179.56,-45.1,9");
});
