/**
 * The position of a shape as one point, for tables, and which kind of point that is. A line or an area has no one position:
 * a point of it stands for it, and `precision` says so. geo/formats/representative_point.py says the same of the files:
 * both are tested on the same examples.
 */

import { lengthOf, midpoint, signedArea, unproject } from "../map/geometry.js";
import { rounded } from "./shown.js";

/**
 * @typedef {import("../map/geometry.js").Shape} Shape
 * @typedef {number[]} Path longitude, latitude, longitude, latitude …
 * @typedef {{longitude: number, latitude: number, precision: string}} MapPoint
 */

const AREAS = ["country", "sea"]; // kinds of marks, however they are placed

/** @param {Shape} shape @param {string} kind of its mark @returns {MapPoint} */
export function representativePoint(shape, kind) {
  const paths = shape.parts.map(degrees);
  if (shape.kind === "line") return pointOf(midpoint(paths.reduce(longer)), "representative point of a line");
  if (shape.kind === "area") return pointOf(within(paths), "representative point of an area");
  const precision = paths.length > 1 ? "one of several points" : "point";
  return pointOf([paths[0][0], paths[0][1]], AREAS.includes(kind) ? "representative point of an area" : precision);
}

/** @param {[number, number]} position @param {string} precision @returns {MapPoint} */
function pointOf(position, precision) {
  const [longitude, latitude] = rounded(position);
  return { longitude, latitude, precision };
}

/** @param {import("../map/geometry.js").Run} run @returns {Path} */
const degrees = (run) => Array.from({ length: run.length / 2 }, (_, i) => unproject(run[2 * i], run[2 * i + 1])).flat();

/** @param {Path} a @param {Path} b */
const longer = (a, b) => (lengthOf(b) > lengthOf(a) ? b : a);

/** The middle of the longest section of an area, halfway up its largest ring. @param {Path[]} rings @returns {[number, number]} */
function within(rings) {
  const largest = rings.reduce((a, b) => (Math.abs(signedArea(b)) > Math.abs(signedArea(a)) ? b : a));
  const latitudes = largest.filter((_, i) => i % 2);
  const [south, north] = [Math.min, Math.max].map((most) => latitudes.reduce((a, b) => most(a, b)));
  const middle = (south + north) / 2;
  const edges = rings.flatMap((ring) => crossings(ring, middle)).sort((a, b) => a - b);
  let longest = [edges[0], edges[0]];
  for (let i = 0; i + 1 < edges.length; i += 2) if (edges[i + 1] - edges[i] > longest[1] - longest[0]) longest = [edges[i], edges[i + 1]];
  return [(longest[0] + longest[1]) / 2, middle];
}

/** The longitudes at which a ring crosses a latitude. @param {Path} ring @param {number} latitude */
function crossings(ring, latitude) {
  const found = [];
  for (let i = 2; i < ring.length; i += 2) {
    const [ax, ay, bx, by] = ring.slice(i - 2, i + 2);
    if (ay > latitude !== by > latitude) found.push(ax + ((latitude - ay) * (bx - ax)) / (by - ay));
  }
  return found;
}
