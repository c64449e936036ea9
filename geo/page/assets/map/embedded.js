/**
 * In a page of another site the map leaves the mouse wheel, and the touch of one finger, to that page, so that its readers
 * can scroll past the map. With Ctrl or ⌘ the wheel zooms the map; two fingers move it.
 */

import { byId, el } from "../core/dom.js";
import { isEmbedded } from "../core/hosting.js";
import { phrase } from "../core/language.js";

const SHOWN = 1500; // ms for which a hint stands

/** @param {L.Map} map @param {import("../core/store.js").Store} store */
export function mountEmbedded(map, store) {
  if (!isEmbedded()) return;
  const hint = el("p", { id: "hint", dir: "auto", "aria-hidden": "true", hidden: true }); // for hands alone: keys zoom as ever
  const stage = byId("stage");
  stage.append(hint);
  /** @type {number|undefined} */
  let timer;
  const show = (/** @type {string} */ key) => {
    hint.textContent = phrase(store.get().language, key);
    hint.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (hint.hidden = true), SHOWN);
  };
  const leave = (/** @type {WheelEvent} */ event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation(); // before Leaflet hears it, and keeps the page from scrolling
    if (map.getContainer().contains(/** @type {Node} */ (event.target))) show("wheelHint");
  };
  stage.addEventListener("wheel", leave, { capture: true, passive: true });
  if (!matchMedia("(pointer: coarse)").matches) return;
  map.dragging.disable(); // Leaflet's pinch moves the map, too
  map.getContainer().addEventListener("touchmove", ({ touches }) => touches.length === 1 && show("touchHint"), { passive: true });
}
