/**
 * Writes and reads the view as the text of a link: `f=damascus&x=e09&c=route-use&l=corridor,irgc&b=stated&at=36.3,33.5,7&lang=ar`;
 * `t=2` is the second stop of the guided tour; each `n=36.3,33.51_Text` is a note by the briefer (see data/notes.js).
 * A link leaves out each value that is still the initial one, so that a fresh page has an empty link.
 *
 * @typedef {import("./store.js").View} View
 * @typedef {import("./store.js").Basis} Basis
 * @typedef {{lon: number, lat: number, zoom: number}} Camera
 * @typedef {{view: Partial<View>, camera: Camera|null, unknown: string[]}} Read
 *   `unknown` lists the ids of the link that the atlas doesn't have, and what is no note
 */

import { longitudeWithin } from "../map/geometry.js";
import { readNotes, writeNote } from "../data/notes.js";
import { BASES, sameSet } from "./store.js";

/** The keys that a link may hold. */
export const KEYS = ["f", "x", "c", "l", "b", "lang", "at", "t", "n"];

/** @param {View} view @param {View} initial @param {Camera|null} camera the map's, if it was moved */
export function linkOf(view, initial, camera) {
  const parts = new URLSearchParams();
  if (view.feature) parts.set("f", view.feature);
  if (view.excerpt) parts.set("x", view.excerpt);
  if (view.claim) parts.set("c", view.claim);
  if (!sameSet(view.layers, initial.layers)) parts.set("l", [...view.layers].join(","));
  if (!sameSet(view.bases, initial.bases)) parts.set("b", [...view.bases].join(","));
  if (view.language !== initial.language) parts.set("lang", view.language);
  if (view.stop !== null) parts.set("t", String(view.stop + 1));
  if (camera) {
    const { lon, lat, zoom } = camera;
    parts.set("at", [longitudeWithin(lon).toFixed(4), lat.toFixed(4), zoom.toFixed(2)].map(Number).join(","));
  }
  for (const note of view.notes) parts.append("n", writeNote(note));
  return parts.toString().replaceAll("%2C", ",");
}

/** @param {string} link @param {View} initial @param {import("../data/atlas.js").Atlas} atlas @returns {Read} */
export function readLink(link, initial, atlas) {
  const parts = new URLSearchParams(link);
  /** @type {string[]} */
  const unknown = [];
  const known = (/** @type {string|null} */ id, /** @type {(id: string) => boolean} */ has) => {
    if (id && !has(id)) unknown.push(id);
    return id && has(id) ? id : null;
  };
  const list = (/** @type {string} */ key, /** @type {readonly string[]} */ all) =>
    parts.has(key) ? new Set(split(parts.get(key)).filter((id) => known(id, (value) => all.includes(value)))) : null;

  const feature = known(parts.get("f"), (id) => atlas.marks.has(id));
  const excerpt = known(parts.get("x"), (id) => atlas.excerpts.has(id));
  const claim = known(parts.get("c"), (id) => atlas.claims.has(id));
  const layers = list(
    "l",
    atlas.layers.map((layer) => layer.id),
  );
  const bases = /** @type {Set<Basis>|null} */ (list("b", BASES));
  const language = known(parts.get("lang"), (tag) => atlas.languages.includes(tag));
  const { notes, unknown: others } = readNotes(parts.getAll("n"));
  const view = {
    feature,
    excerpt,
    claim,
    layers: layers ?? initial.layers,
    bases: bases ?? initial.bases,
    language: language ?? initial.language,
    stop: /^[1-9]\d{0,5}$/.test(parts.get("t") ?? "") ? Number(parts.get("t")) - 1 : null,
    notes: notes.length ? notes : initial.notes,
  };
  return { view, camera: cameraOf(parts.get("at")), unknown: [...unknown, ...others] };
}

/** @param {string|null} text @returns {Camera|null} */
function cameraOf(text) {
  const [lon, lat, zoom] = split(text).map(Number);
  const sound = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24;
  return sound ? { lon, lat, zoom } : null;
}

const split = (/** @type {string|null} */ text) => (text ?? "").split(",").filter(Boolean);
