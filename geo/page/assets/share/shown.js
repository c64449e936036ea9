/** What a view shows, as records for the files that readers save: marks with a place or a holder, and their claims. */

import { longitudeWithin, unproject } from "../map/geometry.js";
import { stopsOf } from "../data/stops.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Claim} Claim
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").View} View
 */

const DECIMALS = 4; // of a degree: the page holds positions to some 40 m

/** The marks of a view, and the wholes that they are parts of, whose claims are said of them, too.
 * @param {Atlas} atlas @param {View} view @returns {Mark[]} */
export const marksOf = (atlas, view) => [...new Set(stopsOf(atlas, view).flatMap((mark) => [mark, ...mark.wholes]))];

/** @param {Mark} mark @param {View} view @returns {Claim[]} */
export const claimsOf = (mark, view) => mark.claims.filter((claim) => view.bases.has(claim.basis));

/** The shape of a mark that has a place. A line beside what a mark is within stands for no place. @param {Mark} mark */
export const placeOf = (mark) => (mark.holder ? null : mark.shape);

/** @param {number} x @param {number} y in world px @returns {[number, number]} longitude and latitude */
export const degreesOf = (x, y) => rounded(unproject(x, y));

/** A position within ±180°, as precisely as the page holds it. @param {[number, number]} position @returns {[number, number]} */
export const rounded = ([lon, lat]) => [Number(longitudeWithin(lon).toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
