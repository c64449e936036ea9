/**
 * Places on the map, which begins at one longitude and goes on from there for 360° (geo/atlas/meridian.py). Links, notes
 * and files have longitudes from -180 to 180.
 *
 * @typedef {import("../data/notes.js").Place} Place
 */

import { longitudeWithin, project } from "./geometry.js";

let west = -180;

/** @param {number} longitude at which the map begins */
export function beginAt(longitude) {
  west = longitude;
}

/** A longitude as the map has it. @param {number} lon */
export const longitudeOnMap = (lon) => longitudeWithin(lon, west);

/** @param {Place} place @returns {[number, number]} as Leaflet has it on this map */
export const latLngOf = ([lon, lat]) => [lat, longitudeOnMap(lon)];

/** @param {Place} place @returns {[number, number]} in world px */
export const spotOf = ([lon, lat]) => project(longitudeOnMap(lon), lat);

/** @param {L.LatLng} point of the map @returns {Place} */
export const placeAt = ({ lng, lat }) => [longitudeWithin(lng), lat];

/** The degrees that the map's window shows: west, south, east, north. Across 180° the west is the greater. @param {L.LatLngBounds} bounds */
export function extentSeen(bounds) {
  const [left, right] = [Math.max(west, bounds.getWest()), Math.min(west + 360, bounds.getEast())];
  const [from, to] = right - left < 360 ? [longitudeWithin(left), longitudeWithin(right)] : [-180, 180];
  const latitude = (/** @type {number} */ degrees) => Math.max(-90, Math.min(90, degrees));
  return [from, latitude(bounds.getSouth()), to, latitude(bounds.getNorth())];
}
