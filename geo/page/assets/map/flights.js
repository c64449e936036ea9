/** Moves the map to a mark that is chosen elsewhere, and back to marks that are shown anew. */

import { boundsOf, isNear } from "./cluster.js";
import { extentOf } from "./camera.js";
import { isShown, subjectsOf } from "../data/atlas.js";
import { drawnFor, selectedMark } from "./drawn_marks.js";
import { isCalm } from "../core/motion.js";
import { frameOf, project } from "./geometry.js";
import { changed } from "../core/store.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/store.js").View} View
 */

/** Causes of a choice that the reader made elsewhere than on the map: then the map flies to the mark. @type {Set<string>} */
const FLYING = new Set(["text", "panel", "host", "step"]);
const CLOSE_UP = 6.5; // the highest zoom at which a flight to a mark ends

/** Fly to a mark that is chosen, and to marks that are shown anew out of sight. @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {import("./members.js").Members} members */
export function mountFlights(map, atlas, store, members) {
  store.subscribe((view, before, cause) => {
    const same = !changed(view, before, "feature");
    if (cause === "panel" && same && changed(view, before, "layers", "bases")) bringBack(map, atlas.placed, view);
    if (!changed(view, before, "feature", "excerpt") || !FLYING.has(cause) || (cause === "step" && same)) return;
    const chosen = selectedMark(atlas, store);
    if (chosen?.holder && !chosen.isPlaced) return bringUp(map, chosen, members);
    flyTo(map, cause === "text" ? restingOn(atlas, view) : [chosen]);
  });
}

/** The visible marks that the chosen excerpt speaks of; without any, the chosen mark.
 * @param {Atlas} atlas @param {View} view */
function restingOn(atlas, view) {
  const shown = subjectsOf(atlas, view.excerpt ?? "").filter((mark) => isShown(mark, view));
  return drawnFor(shown).length ? shown : [atlas.marks.get(view.feature ?? "")];
}

/** Bring the list of a mark without a place into sight, without zooming in. @param {L.Map} map @param {Mark} mark
 * @param {import("./members.js").Members} members */
function bringUp(map, mark, members) {
  const at = mark.holder?.at;
  if (!at || members.reveal(mark)) return;
  const [x, y] = project(...at);
  flyToBounds(map, [x, y, x, y], map.getZoom());
}

/** Fly to the marks that are shown, unless any of them is in sight. @param {L.Map} map @param {Mark[]} placed @param {View} view */
function bringBack(map, placed, view) {
  const frame = frameOf(map);
  const shown = placed.filter((mark) => isShown(mark, view));
  if (!shown.some((mark) => isNear(mark, frame, 0))) flyTo(map, shown);
}

/** @param {L.Map} map @param {(Mark|undefined)[]} marks */
function flyTo(map, marks) {
  const targets = drawnFor(marks);
  if (targets.length) flyToBounds(map, boundsOf(targets));
}

/** @param {L.Map} map @param {number[]} bounds in world px @param {number} [maxZoom] */
export function flyToBounds(map, bounds, maxZoom = Math.max(CLOSE_UP, map.getZoom())) {
  const { x, y } = map.getSize();
  if (!x) return void map.once("sized", () => flyToBounds(map, bounds, maxZoom)); // later, when its frame is laid out
  /** @type {L.PointTuple} */
  const padding = [Math.min(60, x / 5), Math.min(60, y / 5)];
  const options = { maxZoom, padding, duration: 0.6 };
  if (isCalm()) map.fitBounds(extentOf(map, bounds), { ...options, animate: false });
  else map.flyToBounds(extentOf(map, bounds), options);
}
