import assert from "node:assert/strict";
import { test } from "node:test";

import { ClusteredLayer, clusterAt, shortNumber } from "../../../geo/page/assets/map/cluster.js";
import { BASES } from "../../../geo/page/assets/core/store.js";
import { atlasOf, lineOf } from "../atlas.js";

const LAST = 17;
const ALL = new Set(BASES);
const claim = (/** @type {any} */ id, basis = "stated") => ({ id: `c${id}`, basis, sentence: "So.", excerpts: [], disputes: [] });
const thing = (/** @type {any} */ at, /** @type {any} */ geometry, basis = "stated") => ({
  id: `m${at}`,
  layer: "one",
  kind: "thing",
  names: { en: "Thing" },
  geometry,
  claims: [claim(at, basis)],
});
const point = (/** @type {number[]} */ coordinates) => ({ type: "Point", coordinates });

/** 400 marks about one place, one far off, and a line as long as the country. */
function hundredsOf(rank = 0) {
  const near = Array.from({ length: 400 }, (_, at) =>
    thing(at, point([44 + (at % 20) / 1000, 33 + at / 20000]), at % 4 ? "stated" : "background"),
  );
  const line = lineOf([40, 30], [48, 36]);
  const { placed } = atlasOf({ features: [...near, thing("far", point([50, 36])), thing("line", line)] });
  return new ClusteredLayer(placed, rank, LAST);
}

test("every mark is drawn or counted, at each scale", () => {
  for (let zoom = 3; zoom <= 18; zoom += 0.5) {
    const { singles, clusters } = hundredsOf().split(2 ** zoom, ALL);
    assert.equal(singles.length + clusters.reduce((sum, { size }) => sum + size, 0), 402);
  }
});

test("what lies alone, and what is large, is drawn", () => {
  const { singles, clusters } = hundredsOf().split(2 ** 6, ALL);
  assert.deepEqual(
    singles.map(({ id }) => id),
    ["mfar", "mline"],
  );
  assert.equal(clusters.length, 1);
});

test("at the last zoom all are drawn, even in one place", () => {
  assert.ok(hundredsOf().split(2 ** 16.5, ALL).clusters.length > 0);
  assert.equal(hundredsOf().split(2 ** LAST, ALL).clusters.length, 0);
});

test("a chip lies within the reach of its layer's canvas", () => {
  for (let zoom = 3; zoom < LAST; zoom += 0.5) {
    const layer = hundredsOf();
    for (const { x, y } of layer.split(2 ** zoom, ALL).clusters) {
      const off = [layer.bounds[0] - x, layer.bounds[1] - y, x - layer.bounds[2], y - layer.bounds[3]].map((by) => by * 2 ** zoom);
      assert.ok(Math.max(...off) + 11 < Number(layer.margin));
    }
  }
});

test("a mark in a cluster is known to be only counted", () => {
  const layer = hundredsOf();
  const [first, far] = [layer.marks[0], layer.marks[400]];
  assert.deepEqual(
    [layer.counts(first, 2 ** 6, ALL), layer.counts(far, 2 ** 6, ALL), layer.counts(first, 2 ** LAST, ALL)],
    [true, false, false],
  );
});

test("only what the filter lets through is counted", () => {
  const layer = hundredsOf();
  assert.equal(layer.split(2 ** 6, ALL).clusters[0].size, 400);
  assert.equal(layer.split(2 ** 6, new Set(["stated"])).clusters[0].size, 300);
});

test("a small layer is never clustered", () => {
  const { placed } = atlasOf({ features: Array.from({ length: 50 }, (_, at) => thing(at, point([44, 33]))) });
  assert.equal(new ClusteredLayer(placed, 0, LAST).split(2 ** 3, ALL).singles.length, 50);
});

test("clusters of two layers stand side by side, and each is found under its chip", () => {
  const scale = 2 ** 6;
  const [a, b] = [0, 1].map((rank) => hundredsOf(rank).split(scale, ALL).clusters);
  assert.ok(Math.abs(a[0].x - b[0].x) * scale >= 22);
  assert.equal(clusterAt(a, a[0].x, a[0].y, scale), a[0]);
  assert.equal(clusterAt(a, b[0].x, b[0].y, scale), undefined);
});

test("a number takes little room", () => {
  assert.deepEqual([7, 999, 1000, 12345, 100_000].map(shortNumber), ["7", "999", "1k", "12k", "99k+"]);
});
