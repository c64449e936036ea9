/**
 * The position of a shape as one point, for tables, and which kind of point that is. A line or an area has no one position:
 * a point of it stands for it, and `precision` says so. geo/formats/representative_point.py says the same of the files:
 * both are tested on the same examples.
 */

import { unproject } from "../map/geometry.js";
import { rounded } from "./shown.js";

/**
 * @typedef {import("../map/geometry.js").Shape} Shape
 * @typedef {[number, number][]} Path longitudes and latitudes
 * @typedef {{longitude: number, latitude: number, precision: string}} MapPoint
 */

const AREAS = ["country", "sea"]; // kinds of marks, however they are placed

/** @param {Shape} shape @param {string} kind of its mark @returns {MapPoint} */
export function representativePoint(shape, kind) {
  const paths = shape.parts.map(degrees);
  if (shape.kind === "line") return pointOf(midpoint(paths.reduce(longer)), "representative point of a line");
  if (shape.kind === "area") return pointOf(within(paths), "representative point of an area");
  const precision = paths.length > 1 ? "one of several points" : "point";
  return pointOf(paths[0][0], AREAS.includes(kind) ? "representative point of an area" : precision);
}

/** @param {[number, number]} position @param {string} precision @returns {MapPoint} */
function pointOf(position, precision) {
  const [longitude, latitude] = rounded(position);
  return { longitude, latitude, precision };
}

/** @param {import("../map/geometry.js").Run} run @returns {Path} */
const degrees = (run) => Array.from({ length: run.length / 2 }, (_, i) => unproject(run[2 * i], run[2 * i + 1]));

/** @param {Path} path */
const lengths = (path) => path.slice(1).map(([x, y], i) => Math.hypot(x - path[i][0], y - path[i][1]));

/** @param {Path} path */
const lengthOf = (path) => lengths(path).reduce((sum, length) => sum + length, 0);

/** @param {Path} a @param {Path} b */
const longer = (a, b) => (lengthOf(b) > lengthOf(a) ? b : a);

/** The point half-way along a path. @param {Path} path @returns {[number, number]} */
function midpoint(path) {
  const steps = lengths(path);
  let rest = lengthOf(path) / 2;
  let at = 0;
  while (at < steps.length - 1 && rest > steps[at]) rest -= steps[at++];
  const [[ax, ay], [bx, by]] = [path[at], path[at + 1]];
  const share = rest / (steps[at] || 1);
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}

/** The middle of the longest section of an area, halfway up its largest ring. @param {Path[]} rings @returns {[number, number]} */
function within(rings) {
  const largest = rings.reduce((a, b) => (surface(b) > surface(a) ? b : a));
  const [south, north] = largest.reduce(([low, high], [, lat]) => [Math.min(low, lat), Math.max(high, lat)], [90, -90]);
  const middle = (south + north) / 2;
  const edges = rings.flatMap((ring) => crossings(ring, middle)).sort((a, b) => a - b);
  let longest = [edges[0], edges[0]];
  for (let i = 0; i + 1 < edges.length; i += 2) if (edges[i + 1] - edges[i] > longest[1] - longest[0]) longest = [edges[i], edges[i + 1]];
  return [(longest[0] + longest[1]) / 2, middle];
}

/** @param {Path} ring */
const surface = (ring) => Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0));

/** The longitudes at which a ring crosses a latitude. @param {Path} ring @param {number} latitude */
function crossings(ring, latitude) {
  return ring.slice(1).flatMap(([bx, by], i) => {
    const [ax, ay] = ring[i];
    return ay > latitude === by > latitude ? [] : [ax + ((latitude - ay) * (bx - ax)) / (by - ay)];
  });
}
