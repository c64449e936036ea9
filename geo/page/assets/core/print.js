/** Prepares the page for printing: draws the map again, finer than on the screen, and tells the CSS its size. */

import { picture } from "../map/canvas.js";

const FINE = 3; // dots for each pixel of the screen: some 300 an inch on A4

/** @param {L.Map} map @param {import("./store.js").Store} store */
export function mountPrint(map, store) {
  /** @type {HTMLElement|undefined} */
  let drawn;
  let isDark = false;
  window.addEventListener("beforeprint", () => {
    isDark = store.get().dark;
    store.set({ dark: false }, "link"); // paper is light
    const { x, y } = map.getSize();
    const stage = /** @type {HTMLElement} */ (map.getContainer().parentElement);
    stage.style.setProperty("--wide", `${x}px`);
    stage.style.setProperty("--high", `${y}px`);
    drawn?.remove();
    drawn = picture(map, FINE);
    drawn.id = "paper";
    map.getContainer().prepend(drawn);
  });
  window.addEventListener("afterprint", () => {
    drawn?.remove();
    store.set({ dark: isDark }, "link");
  });
}
