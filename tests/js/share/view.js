/** An atlas whose texts a file could trip over, and a view of it: for the tests of what readers copy and save. */

import { BASES } from "../../../geo/page/assets/core/store.js";
import { atlasOf, lineOf } from "../atlas.js";

export const HOSTILE = '=HYPERLINK("http://x")</script><img src=x onerror=alert(1)>"\r\n--> ,;“‮';
// prettier-ignore
const RING = [[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]]; // clockwise
// prettier-ignore
const HOLE = [[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]];
const FAR = [
  [10, 0],
  [12, 0],
  [12, 2],
  [10, 0],
];

const claim = (/** @type {string} */ id, /** @type {any} */ more = {}) => ({
  id,
  basis: "stated",
  sentence: { en: id },
  about: "existence",
  hedges: [],
  excerpts: [],
  from: [],
  relations: [],
  ...more,
});
const mark = (/** @type {string} */ id, /** @type {any} */ geometry, /** @type {any} */ more = {}) => ({
  id,
  layer: "places",
  kind: "town",
  geometry,
  names: { en: id },
  position: { basis: "stated", note: { en: "." } },
  claims: [claim(`c-${id}`)],
  ...more,
});

export const SOURCE = {
  id: "story",
  kind: "article",
  title: "The Amber Ferry",
  publisher: "The Post",
  genre: { en: "a notice" },
  grade: "C",
  dated: { at: "1901-12", basis: "inferred", note: { en: "By its type." } },
  url: "https://post.example/ferry",
};
const said = { words: "runs a ferry", modality: "reported", hedges: ["it is said"], excerpts: ["e1"], at: "1901" };

export const plain = {
  title: { en: "Ferries" },
  asOf: { en: "As of 1901 (inferred)" },
  disclaimer: { en: "Nothing here shows who holds ground." },
  digest: "0123456789abcdef0123",
  silences: [],
  headline: null,
  article: { source: "story", language: "en", text: "Karl runs a ferry.", sha256: "ff", numbers: [1] },
  sources: [SOURCE, { id: "b1", kind: "background", title: "+Later", published: "1902-03-04", grade: "B" }],
  layers: [
    { id: "places", names: { en: "Places" }, group: "corridor" },
    { id: "off", names: { en: "Off" }, group: "elsewhere" },
  ],
  holders: [{ id: "land", names: { en: "Land" }, at: [1, 1] }],
  excerpts: [{ id: "e1", source: "story", start: 5, end: 17 }],
  features: [
    mark(
      "point",
      { type: "Point", coordinates: [-36.2912, 33.5138] },
      {
        claims: [
          claim("c-point", said),
          claim("c-later", { basis: "background", source: "b1", relations: [{ kind: "contradicts", to: "c-point" }] }),
        ],
      },
    ),
    mark("line", lineOf([0, 0], [1, 1])),
    mark("area", { type: "MultiPolygon", coordinates: [[RING, HOLE], [FAR]] }),
    mark("within", null, {
      within: "land",
      names: { en: HOSTILE },
      claims: [claim("c-within", { sentence: { en: HOSTILE }, words: HOSTILE })],
    }),
    mark("beside", lineOf([0, 0], [1, 1]), { within: "land", kind: "force" }),
    mark("hidden", { type: "Point", coordinates: [5, 5] }, { layer: "off" }),
  ],
};
export const atlas = atlasOf(plain);
export const VIEW = /** @type {import("../../../geo/page/assets/core/store.js").View} */ ({
  layers: new Set(["places"]),
  bases: new Set(BASES),
  feature: null,
  excerpt: null,
  language: "en",
  touring: false,
});
