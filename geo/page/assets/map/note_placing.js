/** Places a note with the next click on the map, or an arrow with the next two; asked for with the keyboard, at the map's centre. */

import { byId } from "../core/dom.js";
import { notify } from "../core/notice.js";
import { PLACING } from "./note_boxes.js";
import { placeAt } from "./places.js";

const AWAY = [90, -50]; // px from the beginning of an arrow to its end, where the keyboard asks for it

/**
 * @typedef {import("../data/notes.js").Place} Place
 * @typedef {{add: (at: Place, to?: Place) => void, preview: (at?: Place, to?: Place) => void}} Placed
 *   what is done with the places; a preview is of an arrow of which the end is still to come, or of nothing
 * @param {L.Map} map @param {import("../core/store.js").Store} store @param {Placed} placed
 * @returns {(isArrow: boolean, byKeyboard: boolean) => void} what starts it, or stops it when it has been started
 */
export function mountPlacing(map, store, { add, preview }) {
  let wanted = "";
  /** @type {Place|undefined} */
  let from;
  const want = (/** @type {string} */ id) => {
    if (from) preview();
    [wanted, from] = [id, undefined];
    map.getContainer().classList.toggle(PLACING, id !== "");
    for (const button of byId("note-tools").children) button.setAttribute("aria-pressed", String(button.id === id));
    byId("notice").hidden = true;
  };
  map.on("click", ({ latlng }) => {
    if (!wanted) return;
    const here = placeAt(latlng);
    if (wanted === "add-arrow" && !from) {
      from = here;
      preview(from);
      return notify(store, "arrowTo");
    }
    const start = from;
    want("");
    if (start) add(start, here);
    else add(here);
  });
  map.on("mousemove", ({ latlng }) => {
    if (from) preview(from, placeAt(latlng));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && wanted) want("");
  });
  store.watch(["language", "stop"], () => wanted && want(""));
  return (isArrow, byKeyboard) => {
    const id = isArrow ? "add-arrow" : "add-note";
    if (wanted === id) return want("");
    want(byKeyboard ? "" : id);
    if (!byKeyboard) return notify(store, isArrow ? "arrowFrom" : "notePlace");
    const middle = map.getSize().divideBy(2);
    const [at, to] = [middle, middle.add(L.point(AWAY[0], AWAY[1]))].map((point) => placeAt(map.containerPointToLatLng(point)));
    add(at, isArrow ? to : undefined);
  };
}
