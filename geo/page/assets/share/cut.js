/** Cuts shapes at 180°, as RFC 7946 (3.1.9) has them in files: the map itself goes on beyond it (geo/atlas/meridian.py). */

import { WORLD } from "../map/geometry.js";

/**
 * @typedef {import("../map/geometry.js").Shape} Shape
 * @typedef {[number, number]} Spot x, y in world px
 */

/** The parts of a shape on this side of 180°, and on that side, as runs of spots within the world. @param {Shape} shape @returns {Spot[][][]} */
export function sidesOf({ kind, parts, bounds }) {
  const runs = parts.map((part) =>
    Array.from({ length: part.length / 2 }, (_, at) => /** @type {Spot} */ ([part[2 * at], part[2 * at + 1]])),
  );
  if (bounds[2] <= WORLD) return [runs];
  const cut = kind === "area" ? ringWithin : linesWithin;
  const sides = [0, 1].map((turn) => runs.flatMap((run) => cut(run, (x) => (turn ? x >= WORLD : x <= WORLD))));
  sides[1] = sides[1].map((run) => run.map(([x, y]) => [x - WORLD, y]));
  return sides.filter((side) => side.length);
}

/** Where the way from one spot to another crosses 180°, unless one of them is there. @param {Spot} a @param {Spot} b @returns {Spot[]} */
const between = ([x1, y1], [x2, y2]) => ((x1 - WORLD) * (x2 - WORLD) < 0 ? [[WORLD, y1 + ((y2 - y1) * (WORLD - x1)) / (x2 - x1)]] : []);

/** The runs of a line that are on one side. @param {Spot[]} run @param {(x: number) => boolean} isHere @returns {Spot[][]} */
function linesWithin(run, isHere) {
  /** @type {Spot[][]} */
  const lines = [];
  /** @type {Spot[]} */
  const line = [];
  for (const [at, spot] of run.entries()) {
    if (at) line.push(...between(run[at - 1], spot));
    if (isHere(spot[0])) line.push(spot);
    else if (line.length) lines.push(line.splice(0));
  }
  if (line.length) lines.push(line);
  return lines.filter((one) => one.length > 1 || run.length === 1);
}

/** The part of a ring that is on one side, closed (Sutherland and Hodgman). @param {Spot[]} ring @param {(x: number) => boolean} isHere @returns {Spot[][]} */
function ringWithin(ring, isHere) {
  const kept = ring.slice(1).flatMap((spot, at) => {
    const crossing = between(ring[at], spot);
    return isHere(spot[0]) ? [...crossing, spot] : crossing;
  });
  return kept.length > 2 ? [[...kept, kept[0]]] : [];
}
