/**
 * Clustering: where the marks of a large layer would cover each other, their number is
 * drawn in their place. Every mark of a layer is either drawn or counted, at any zoom; at the
 * last zoom each is drawn.
 *
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {{x: number, y: number, size: number, bounds: number[]}} Cluster marks of one cell; x and y
 *   (world px) are the cell's middle, moved so that clusters of several layers stand side by side
 * @typedef {{singles: Mark[], clusters: Cluster[]}} Split
 */

import { inFrame } from "./geometry.js";
import { bitsOf } from "../core/store.js";

const LARGE = 300; // marks: a layer with fewer is never clustered
const CELL = 84; // px at the least: room for the chips of twelve layers, and for the map between them
const MOST = 3; // marks that a cell draws singly; with more it draws their number
/** Half the width and height of a cluster's chip, px. */
export const CHIP = [11, 7];

/** The placed marks of one layer, and which of them are clustered at a scale. */
export class ClusteredLayer {
  /** @param {Mark[]} marks in drawing order @param {number} rank of the layer: each has a slot in a cell
   * @param {number} lastZoom */
  constructor(marks, rank, lastZoom) {
    this.marks = marks;
    this.lastZoom = lastZoom;
    this.slot = [(rank % 3) - 1, (Math.floor(rank / 3) % 4) - 1.5];
    this.bounds = boundsOf(marks);
    this.margin = marks.length < LARGE ? undefined : CELL * 1.5; // a chip may be a cell away from its marks
    this.key = "";
    /** @type {Split} */
    this.last = { singles: marks, clusters: [] };
  }

  /** The marks that are drawn singly at a scale, and the clusters of the others. @param {number} scale @param {ReadonlySet<import("../core/store.js").Basis>} bases */
  split(scale, bases) {
    const level = Math.floor(2 * Math.log2(scale) + 1e-6) / 2;
    const key = `${level} ${bitsOf(bases)}`;
    if (key !== this.key) this.last = this.divide(level, bitsOf(bases));
    this.key = key;
    return this.last;
  }

  /** Does the filter let this mark through, and is it in a cluster? @param {Mark} mark @param {number} scale
   * @param {ReadonlySet<import("../core/store.js").Basis>} bases */
  counts(mark, scale, bases) {
    const { singles, clusters } = this.split(scale, bases);
    return clusters.length > 0 && (mark.bases & bitsOf(bases)) > 0 && !singles.includes(mark);
  }

  /** @param {number} level of zoom @param {number} bits @returns {Split} */
  divide(level, bits) {
    const shown = this.marks.filter((mark) => mark.bases & bits);
    if (this.marks.length < LARGE || level >= this.lastZoom) return { singles: shown, clusters: [] };
    const cell = CELL / 2 ** level; // world px
    const keys = shown.map((mark) => cellOf(mark, cell));
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const key of keys) if (key >= 0) counts.set(key, (counts.get(key) ?? 0) + 1);
    const isClustered = (/** @type {number} */ key) => key >= 0 && /** @type {number} */ (counts.get(key)) > MOST;
    const clusters = [...counts].filter(([key]) => isClustered(key)).map(([key, size]) => this.clusterOf(key, size, cell));
    return { singles: shown.filter((_, i) => !isClustered(keys[i])), clusters };
  }

  /** @param {number} key @param {number} size @param {number} cell @returns {Cluster} */
  clusterOf(key, size, cell) {
    const [left, top] = [Math.floor(key / SPAN) * cell, (key % SPAN) * cell];
    const [dx, dy] = this.slot;
    const [x, y] = [left + cell * (0.5 + dx / 3.8), top + cell * (0.5 + dy / 5.4)];
    return { x, y, size, bounds: [left, top, left + cell, top + cell] };
  }
}

const SPAN = 2 ** 24; // more cells than a column of the world has

/** The number of the cell in which a mark lies; -1 for a mark that is larger than a cell, and is always drawn. @param {Mark} mark @param {number} cell */
function cellOf({ allBounds: all, at }, cell) {
  const [left, top, right, bottom] = [all[at * 4], all[at * 4 + 1], all[at * 4 + 2], all[at * 4 + 3]];
  if (right - left > cell || bottom - top > cell) return -1;
  return Math.floor((left + right) / 2 / cell) * SPAN + Math.floor((top + bottom) / 2 / cell);
}

/** The bounds in which all marks lie. @param {Mark[]} marks */
export const boundsOf = (marks) => joined(marks, ({ allBounds, at }) => [allBounds, at * 4]);

/** The smallest bounds that contain the bounds of all items. @template T @param {T[]} all
 * @param {(item: T) => [ArrayLike<number>, number]} where a list with the item's bounds, and the index at which they begin */
export function joined(all, where) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const item of all) {
    const [bounds, at] = where(item);
    left = Math.min(left, bounds[at]);
    top = Math.min(top, bounds[at + 1]);
    right = Math.max(right, bounds[at + 2]);
    bottom = Math.max(bottom, bounds[at + 3]);
  }
  return [left, top, right, bottom];
}

/** Is a mark within `margin` px of the frame? @param {Mark} mark @param {Frame} frame @param {number} [margin] */
export const isNear = ({ allBounds, at }, frame, margin) => inFrame(allBounds, frame, margin, at * 4);

/** The cluster whose chip is under a point in world px. @param {Cluster[]} clusters @param {number} x @param {number} y @param {number} scale */
export const clusterAt = (clusters, x, y, scale) =>
  clusters.find((cluster) => Math.abs(cluster.x - x) * scale <= CHIP[0] && Math.abs(cluster.y - y) * scale <= CHIP[1]);

/** A number in at most four characters: 999, 1k, 12k, 99k+. @param {number} size */
export const shortNumber = (size) => (size < 1000 ? String(size) : size < 100_000 ? `${Math.floor(size / 1000)}k` : "99k+");
