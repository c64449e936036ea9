/**
 * Finds room on the map for a box that belongs to a place: near the place, and clear of what must be seen.
 *
 * @typedef {[number, number, number, number]} Box left, top, right, bottom in px
 * @typedef {[number, number]} Spot x, y in px
 */

const STEPS = [12, 6]; // px between the places that are tried, across and down
const FARTHEST = 340; // px of a leader
const CROSSING = 60; // px: a leader may be so much longer for each obstacle that it doesn't cross

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** The point of a box that is next to a spot. @param {ArrayLike<number>} box @param {Spot} spot @returns {Spot} */
export const nearest = (box, [x, y]) => [Math.max(box[0], Math.min(x, box[2])), Math.max(box[1], Math.min(y, box[3]))];

/**
 * The place for a box of a size with the shortest leader to a spot; undefined where there is no room.
 * @param {[number, number]} size @param {Spot} spot @param {Box} area @param {ArrayLike<number>[]} taken what it may not cover
 * @param {ArrayLike<number>[]} lines boxes along lines, which its leader may not cross either
 * @returns {Box|undefined}
 */
export function roomFor([width, height], spot, area, taken, lines = []) {
  /** @type {Box|undefined} */
  let best;
  let least = FARTHEST;
  const others = taken.filter((other) => !overlap([...spot, ...spot], other)); // without the name that the box belongs to
  for (let top = area[1]; top + height <= area[3]; top += STEPS[1]) {
    for (let left = area[0]; left + width <= area[2]; left += STEPS[0]) {
      /** @type {Box} */
      const box = [left, top, left + width, top + height];
      const length = Math.hypot(spot[0] - nearest(box, spot)[0], spot[1] - nearest(box, spot)[1]);
      if (length >= least || taken.some((other) => overlap(box, other)) || crossesAny(box, spot, lines)) continue;
      const cost = length + CROSSING * crossings(box, spot, others);
      if (cost >= least) continue;
      least = cost;
      best = box;
    }
  }
  return best;
}

/** Does the leader from a box to a spot cross one of these boxes? @param {Box} box @param {Spot} spot @param {ArrayLike<number>[]} lines */
export function crossesAny(box, spot, lines) {
  const end = nearest(box, spot);
  const steps = Math.ceil(Math.hypot(spot[0] - end[0], spot[1] - end[1]) / 10);
  for (let step = 0; step <= steps && lines.length; step++) {
    const [x, y] = [spot[0] + ((end[0] - spot[0]) * step) / steps, spot[1] + ((end[1] - spot[1]) * step) / steps];
    if (lines.some((line) => overlap([x, y, x, y], line))) return true;
  }
  return false;
}

/** How many points of a leader from a box to a spot lie on taken boxes. @param {Box} box @param {Spot} spot @param {ArrayLike<number>[]} taken */
function crossings(box, spot, taken) {
  const end = nearest(box, spot);
  const on = (/** @type {number} */ t) => [spot[0] + (end[0] - spot[0]) * t, spot[1] + (end[1] - spot[1]) * t];
  const points = [0.3, 0.45, 0.6, 0.75, 0.9].map(on);
  return points.filter(([x, y]) => taken.some((other) => overlap([x, y, x, y], other))).length;
}

/** A box moved into an area, as far as it fits. @param {ArrayLike<number>} box @param {Box} area @returns {Box} */
export function within(box, area) {
  const dx = Math.max(area[0] - box[0], Math.min(0, area[2] - box[2]));
  const dy = Math.max(area[1] - box[1], Math.min(0, area[3] - box[3]));
  return [box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy];
}
