/**
 * Says of the box of a name whether it lies on the ground that it names: a country's name on no other country, a
 * sea's on no land.
 *
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {(box: number[]) => boolean} IsClear of a box in world px: left, top, right, bottom
 */

import { hits } from "./geometry.js";

const MIDDLE = [0.25, 0.5, 0.75]; // shares of a country's name: its ends may stick out
const WHOLE = [0, 0.25, 0.5, 0.75, 1];

/** @param {Atlas} atlas @param {[number, number]} at the country's place, in world px @returns {IsClear} */
export function clearOfOthers({ basemap }, [x, y]) {
  const others = basemap.countries.map(({ shape }) => shape).filter((shape) => !hits(shape, x, y, 0));
  return ([left, top, right, bottom]) => {
    const middle = (top + bottom) / 2;
    return !others.some((shape) => MIDDLE.some((share) => hits(shape, left + share * (right - left), middle, 0)));
  };
}

/** @param {Atlas} atlas @returns {IsClear} */
export function onWater({ basemap }) {
  const land = basemap.countries.map(({ shape }) => shape);
  return ([left, top, right, bottom]) => {
    const near = land.filter(({ bounds: [minX, minY, maxX, maxY] }) => minX < right && left < maxX && minY < bottom && top < maxY);
    const points = [top, (top + bottom) / 2, bottom].flatMap((y) => WHOLE.map((share) => [left + share * (right - left), y]));
    return !near.some((shape) => points.some(([x, y]) => hits(shape, x, y, 0)));
  };
}
