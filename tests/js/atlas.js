/** An atlas from plain records, in the form in which a page holds one (geo/page/payload.py). */

import { readAtlas } from "../../geo/page/assets/data/atlas.js";
import { project } from "../../geo/page/assets/map/geometry.js";
import { Shapes } from "../../geo/page/assets/data/shapes.js";
import { BASES } from "../../geo/page/assets/core/store.js";

/** @param {number[]} numbers zigzag, LEB128, base64 */
export function packed(numbers) {
  const bytes = [];
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  }
  return btoa(String.fromCharCode(...bytes));
}

/** @param {any[]} values as JSON Lines */
export const linesOf = (values) => values.map((one) => JSON.stringify(one)).join("\n");

const steps = (numbers) => packed(numbers.map((number, at) => number - (numbers[at - 1] ?? 0)));
/** The runs of positions that a geometry is made of. @param {any} geometry @returns {number[][][]} */
function runsOf({ type, coordinates }) {
  if (type === "Point") return [[coordinates]];
  if (type === "LineString") return [coordinates];
  if (type === "MultiPoint") return coordinates.map((position) => [position]);
  return type === "MultiPolygon" ? coordinates.flat() : coordinates;
}

/** @param {any[]} geometries those that are null have no shape */
function shapesOf(geometries) {
  const runs = geometries.map((one) => (one ? runsOf(one) : []));
  const positions = runs.flat(2).map(([lon, lat]) => project(lon, lat).map((at) => Math.round(at * STEPS)));
  return {
    kinds: packed(geometries.map((one) => (one ? ["Point", "LineString", "Polygon"].indexOf(one.type.replace("Multi", "")) + 1 : 0))),
    parts: packed(runs.map((parts) => parts.length)),
    lengths: packed(runs.flat().map((run) => run.length)),
    stepsPerPixel: STEPS,
    steps: packed(positions.flatMap((at, i) => at.map((number, axis) => number - (positions[i - 1]?.[axis] ?? 0)))),
  };
}

const STEPS = 2048; // of a world pixel
const BLOCK = 2; // records: most atlases of the tests have several

/** @param {number[][]} coordinates */
export const lineOf = (...coordinates) => ({ type: "LineString", coordinates });

/** A GeoJSON geometry as the page holds it. @param {any} geometry */
export const shapeOf = (geometry) =>
  /** @type {import("../../geo/page/assets/map/geometry.js").Shape} */ (new Shapes(shapesOf([geometry])).at(0));

/** @param {any} plain `features` and `excerpts` with ids; what a test doesn't need may be left out. A feature may be
 *   `within` one of the `holders`, or be a part of the wholes in `part_of` */
export function atlasOf({ features = [], excerpts = [], holders = [], itinerary = features.map((one) => one.id), ...rest }) {
  const claims = features.flatMap((one) => one.claims);
  const wholes = features.map((one) => one.part_of ?? []);
  const tables = { marks: features, claims, excerpts };
  const layerIds = [...new Set(features.map((one) => one.layer))];
  const kindNames = [...new Set(features.map((one) => one.kind))];
  const place = (all, id) => all.findIndex((one) => one.id === id);
  const marks = {
    size: features.length,
    layerIds,
    layers: packed(features.map((one) => layerIds.indexOf(one.layer))),
    kindNames,
    kinds: packed(features.map((one) => kindNames.indexOf(one.kind))),
    shapes: shapesOf(features.map((one) => one.geometry)),
    itinerary: steps(itinerary.map((id) => place(features, id))),
    positions: packed(features.map((one) => BASES.indexOf(one.position?.basis ?? "background"))),
    wholes: packed(wholes.map((ids) => ids.length)),
    wholeMarks: steps(wholes.flatMap((ids) => ids.map((id) => place(features, id)))),
    holders: packed(features.map((one) => place(holders, one.within) + 1)),
    holderNames: holders,
    claims: packed(features.map((one) => one.claims.length)),
    bases: packed(claims.map((one) => BASES.indexOf(one.basis))),
    cited: packed(claims.map((one) => one.excerpts.length)),
    excerpts: steps(claims.flatMap((one) => one.excerpts.map((id) => place(excerpts, id)))),
  };
  const anchors = {
    starts: steps(excerpts.map((one) => one.start)),
    lengths: packed(excerpts.map((one) => one.end - one.start)),
  };
  const data = {
    article: { source: "story", language: "en", text: "", numbers: [] },
    actors: [],
    sources: [],
    layers: [],
    parts: [],
    findings: [],
    ...rest,
    blockSize: BLOCK,
    marks,
    excerpts: anchors,
  };
  return readAtlas(data, (name) => {
    const [table, key, block] = name.split(".");
    return linesOf(tables[table].slice(block * BLOCK, (Number(block) + 1) * BLOCK).map((one) => one[key] ?? null));
  });
}
