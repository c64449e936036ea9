/** Where the map looks: the whole corridor at first, within the bounds of what is known, in a window that changes its size. */

import { boundsOf, joined } from "./cluster.js";
import { el } from "../core/dom.js";
import { phrase } from "../core/language.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").Store} Store
 */

const FLAT = 3; // times as wide as high
/** What is long and flat stands in the middle of a wide window, with lists above and below; as shares of its height. */
const ABOVE = { width: 560, above: 0.355, below: 0.405 };

/** Keep the map within the bounds of basemap and marks. @param {L.Map} map @param {Atlas} atlas */
export function keepWithin(map, atlas) {
  const known = [...atlas.basemap.countries.map(({ shape }) => shape.bounds), boundsOf(atlas.placed)];
  const edge = joined(known, (bounds) => [bounds, 0]);
  if (Number.isFinite(edge[0])) map.setMaxBounds(extentOf(map, edge));
}

/** Show the whole corridor; in an atlas without one, all marks. @param {L.Map} map @param {Mark[]} placed */
export function showFullExtent(map, placed) {
  const corridor = placed.filter((mark) => mark.kind === "segment");
  const { x, y } = map.getSize(); // it has no size before its frame is laid out
  if (placed.length && x > 100 && y > 100) {
    map.fitBounds(extentOf(map, boundsOf(corridor.length ? corridor : placed)), marginsOf(boundsOf(corridor), map.getSize()));
  } else map.setView([0, 0], map.getMinZoom(), { animate: false });
  if (map.options.maxBounds) map.panInsideBounds(map.options.maxBounds, { animate: false }); // at once, not after the move has ended
  fullExtentCameras.set(map, cameraOf(map));
}

/** Room for the names at both ends of the corridor, and for lists above and below it.
 * @param {number[]} bounds of the corridor @param {L.Point} size of the window @returns {L.FitBoundsOptions} */
function marginsOf([left, top, right, bottom], { x, y }) {
  const [west, east] = [Math.min(150, 0.14 * x), Math.min(110, 0.17 * x)];
  const isFlat = x > ABOVE.width && right - left > FLAT * (bottom - top);
  const [above, below] = isFlat ? [ABOVE.above * y, ABOVE.below * y] : [56, 20];
  return { paddingTopLeft: [west, above], paddingBottomRight: [east, below], animate: false };
}

/** The camera that `showFullExtent` gave to each map. @type {WeakMap<L.Map, import("../core/permalink.js").Camera>} */
const fullExtentCameras = new WeakMap();

/** @param {L.Map} map @returns {import("../core/permalink.js").Camera} */
export function cameraOf(map) {
  const { lat, lng } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** The map's camera, or null while the reader has not moved it. @param {L.Map} map */
export function movedCamera(map) {
  const camera = cameraOf(map);
  return JSON.stringify(camera) === JSON.stringify(fullExtentCameras.get(map)) ? null : camera;
}

/** Fill the window as it changes; a map that the reader has not moved shows the whole corridor again.
 * @param {L.Map} map @param {Mark[]} placed @param {() => void} onSized */
export function keepSized(map, placed, onSized) {
  const check = () => {
    if (!map.getSize().x) return;
    onSized();
    map.fire("sized");
  };
  showFullExtent(map, placed);
  check(); // at once, because a frame out of sight is laid out but not observed
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = map.getContainer();
    if (map.getSize().equals([clientWidth, clientHeight])) return; // nothing has changed: the observer's first call
    const untouched = !movedCamera(map);
    map.invalidateSize({ animate: false, pan: !untouched });
    if (untouched) showFullExtent(map, placed);
    check();
  }).observe(map.getContainer());
}

/** The button that shows the whole corridor again. @param {Store} store @param {() => void} go */
export function fullExtentButton(store, go) {
  const control = new L.Control({ position: "topright" });
  control.onAdd = () => {
    const button = el("button", { type: "button", id: "full-extent", on: { click: go } }, "⤢");
    const name = () => {
      const words = phrase(store.get().language, "fullExtent");
      button.title = words;
      button.setAttribute("aria-label", words);
    };
    name();
    store.subscribe(name);
    L.DomEvent.disableClickPropagation(button);
    return el("div", { class: "leaflet-bar" }, button);
  };
  return control;
}

/** @param {L.Map} map @param {number[]} bounds in world px */
export function extentOf(map, [left, top, right, bottom]) {
  return L.latLngBounds([map.unproject([left, top], 0), map.unproject([right, bottom], 0)]);
}
