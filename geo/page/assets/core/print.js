/** Prepares the page for printing: draws the map again, finer than on the screen, and tells the CSS its size. */

import { picture } from "../map/canvas.js";

const FINE = 3; // dots for each pixel of the screen: some 300 an inch on A4

/** @param {L.Map} map */
export function mountPrint(map) {
  /** @type {HTMLElement|undefined} */
  let drawn;
  window.addEventListener("beforeprint", () => {
    const { x, y } = map.getSize();
    const stage = /** @type {HTMLElement} */ (map.getContainer().parentElement);
    stage.style.setProperty("--wide", `${x}px`);
    stage.style.setProperty("--high", `${y}px`);
    drawn?.remove();
    drawn = picture(map, FINE);
    drawn.id = "paper";
    map.getContainer().prepend(drawn);
  });
  window.addEventListener("afterprint", () => drawn?.remove());
}
