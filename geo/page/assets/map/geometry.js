/**
 * Geometry in world pixels: spherical Mercator (EPSG:3857) at zoom 0, where the
 * world is 256 px wide. Multiplying by 2^zoom gives the pixels of any zoom.
 *
 * @typedef {Float64Array|Float32Array} Run x, y, x, y …
 * @typedef {ArrayLike<number>} Positions the same, in any unit
 * @typedef {{kind: "point"|"line"|"area", parts: Run[], bounds: number[]}} Shape
 *   bounds are min x, min y, max x, max y
 * @typedef {{scale: number, left: number, top: number, width: number, height: number,
 *   visible: number[]}} Frame what a canvas shows: px = x * scale - left; a canvas reaches
 *   beyond the window, whose bounds in it are `visible`
 */

export const WORLD = 256;
const TINY = 4; // px

/** @param {number} lon @param {number} lat @returns {[number, number]} */
export function project(lon, lat) {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [((lon + 180) / 360) * WORLD, (WORLD / 2) * (1 - y / Math.PI)];
}

/** The longitude and latitude of a point in world pixels. @param {number} x @param {number} y @returns {[number, number]} */
export function unproject(x, y) {
  const lat = (360 / Math.PI) * Math.atan(Math.exp(Math.PI * (1 - (2 * y) / WORLD))) - 90;
  return [(x / WORLD) * 360 - 180, lat];
}

/** A longitude in the 360° that run eastward from `west` (geo/atlas/meridian.py). @param {number} lon */
export const longitudeWithin = (lon, west = -180) => (lon >= west && lon <= west + 360 ? lon : west + ((((lon - west) % 360) + 360) % 360));

/** The degrees between which a shape lies: west, south, east, north; across 180° the west is the greater. @param {Shape} shape */
export function extentOf({ bounds: [left, top, right, bottom] }) {
  const [[west, north], [east, south]] = [unproject(left, top), unproject(right, bottom)];
  return [longitudeWithin(west), south, longitudeWithin(east), north];
}

/** What a map's window shows. @param {L.Map} map @returns {Frame} */
export function frameOf(map) {
  const { x: width, y: height } = map.getSize();
  const { x: left, y: top } = map.getPixelBounds().getTopLeft();
  return { scale: 2 ** map.getZoom(), left, top, width, height, visible: [0, 0, width, height] };
}

/** Are the bounds that begin at an index of a list within `margin` px of the frame?
 * @param {ArrayLike<number>} bounds @param {Frame} frame */
export function inFrame(bounds, { scale, left, top, width, height }, margin = 24, at = 0) {
  return (
    bounds[at + 2] * scale - left > -margin &&
    bounds[at] * scale - left < width + margin &&
    bounds[at + 3] * scale - top > -margin &&
    bounds[at + 1] * scale - top < height + margin
  );
}

/** The kind of drawing of a shape: a shape too small to be seen is drawn as a point. @param {Shape} shape @param {Frame} frame */
export function looksOf({ kind, bounds: [left, top, right, bottom] }, { scale }) {
  return Math.max(right - left, bottom - top) * scale < TINY ? "point" : kind;
}

/** The whole px of the frame that bounds in world px take, with `margin` px for lines; zeros where there is nothing to draw.
 * @param {number[]} seen @param {Frame} frame */
export function reachOf(seen, { scale, left, top, width, height }, margin = 24) {
  const box = [
    Math.max(0, Math.floor(seen[0] * scale - left) - margin),
    Math.max(0, Math.floor(seen[1] * scale - top) - margin),
    Math.min(width, Math.ceil(seen[2] * scale - left) + margin),
    Math.min(height, Math.ceil(seen[3] * scale - top) + margin),
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : [0, 0, 0, 0];
}

/**
 * Does a shape lie under the point (x, y), in world pixels, give or take `reach`?
 * @param {Shape} shape @param {number} x @param {number} y @param {number} reach
 */
export function hits(shape, x, y, reach) {
  const [minX, minY, maxX, maxY] = shape.bounds;
  if (x < minX - reach || x > maxX + reach || y < minY - reach || y > maxY + reach) return false;
  if (shape.kind === "area" && inside(shape.parts, x, y)) return true;
  return shape.parts.some((part) => distanceTo(part, x, y) <= reach);
}

/** Does a point lie in rings, by the even-odd rule over all of them? @param {Positions[]} rings @param {number} x @param {number} y */
export function inside(rings, x, y) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const crosses = ring[i + 1] > y !== ring[j + 1] > y;
      const at = ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i];
      if (crosses && x < at) odd = !odd;
    }
  }
  return odd;
}

/** Distance from (x, y) to a run of positions. @param {Run} run */
function distanceTo(run, /** @type {number} */ x, /** @type {number} */ y) {
  let least = Math.hypot(run[0] - x, run[1] - y);
  for (let i = 2; i < run.length; i += 2) {
    const [ax, ay, dx, dy] = [run[i - 2], run[i - 1], run[i] - run[i - 2], run[i + 1] - run[i - 1]];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(ax + t * dx - x, ay + t * dy - y));
  }
  return least;
}

/** A point on the shape to fly to, point at or hang a label on. @param {Shape} shape @returns {[number, number]} */
export function anchorOf(shape) {
  const [minX, minY, maxX, maxY] = shape.bounds;
  if (shape.kind !== "line") return [(minX + maxX) / 2, (minY + maxY) / 2];
  return midpoint(shape.parts[0]);
}

/** The lengths from each position of a run to the next. @param {Positions} run @returns {number[]} */
const lengthsOf = (run) =>
  Array.from({ length: run.length / 2 - 1 }, (_, i) => Math.hypot(run[2 * i + 2] - run[2 * i], run[2 * i + 3] - run[2 * i + 1]));

/** @param {Positions} run */
export const lengthOf = (run) => lengthsOf(run).reduce((sum, length) => sum + length, 0);

/** Twice the area of a ring: positive where it turns from x towards y, which is counter-clockwise in degrees. @param {Positions} ring */
export function signedArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  return sum;
}

/** The point half-way along a run. @param {Positions} run @returns {[number, number]} */
export function midpoint(run) {
  const lengths = lengthsOf(run);
  let rest = lengthOf(run) / 2;
  const at = lengths.findIndex((length) => (rest -= length) <= 0);
  const t = 1 + rest / (lengths[at] || 1);
  const i = at * 2;
  return [run[i] + t * (run[i + 2] - run[i]), run[i + 1] + t * (run[i + 3] - run[i + 1])];
}
