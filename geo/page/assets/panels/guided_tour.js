/** Mounts the guided tour: shows the stops one at a time, in large type, and is steered by keyboard or clicker alone. */

import { selection } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { pager, updatePager } from "./parts.js";
import { phrase } from "../core/language.js";
import { tourOf } from "../data/stops.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../core/store.js").Store} Store
 */

/** The number of stops that each key moves by. A clicker sends the page keys. @type {Record<string, number>} */
const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };

/** @param {Atlas} atlas @param {Store} store */
export function mountGuidedTour(atlas, store) {
  const go = (/** @type {number} */ by) => {
    const stops = tourOf(atlas, store.get());
    const stop = Math.max(0, Math.min(stops.length - 1, (store.get().stop ?? 0) + by));
    if (stops[stop]) store.set({ stop, ...selection(stops[stop].mark) }, "step");
  };
  const leave = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    store.set({ stop: null }, "step");
    byId("tour").focus();
  };
  const draw = bar(atlas, store, go, leave);
  byId("tour").addEventListener("click", () => {
    document.documentElement.requestFullscreen?.().catch(() => {}); // without the full screen, the tour is in the window
    go(-Infinity);
    byId("card").focus();
  });
  document.addEventListener("keydown", (event) => onKey(event, store, go, leave), true);
  const show = () => {
    const { stop, language } = store.get();
    document.body.classList.toggle("guided-tour", stop !== null);
    byId("bar").hidden = stop === null;
    fill(byId("tour"), `▶ ${phrase(language, "guidedTour")}`);
    draw();
  };
  store.subscribe(show);
  store.watch(["stop"], (view) => view.stop !== null && byId("card").focus()); // a screen reader reads it, and arrow keys scroll it
  show();
}

/** @param {KeyboardEvent} event @param {Store} store @param {(by: number) => void} go @param {() => void} leave */
function onKey(event, store, go, leave) {
  const { target, key } = event;
  const typing = target instanceof HTMLElement && target.matches("input, select");
  if (store.get().stop === null || typing || event.altKey || event.ctrlKey || event.metaKey) return;
  const backwards = document.documentElement.dir === "rtl" && key.startsWith("Arrow");
  if (key === "Escape") leave();
  else if (key in KEYS) go(backwards ? -KEYS[key] : KEYS[key]);
  else return;
  event.preventDefault();
  event.stopPropagation(); // else an arrow key would move the map
}

/** The tour's bar: its progress, and buttons to go on, back and out.
 * @param {Atlas} atlas @param {Store} store @param {(by: number) => void} go @param {() => void} leave
 * @returns {() => void} updates the bar */
function bar(atlas, store, go, leave) {
  const button = (/** @type {string} */ sign, /** @type {() => void} */ click) => el("button", { type: "button", on: { click } }, sign);
  const { previous, status, next } = pager(go);
  const [full, out] = [button("⤢", toggleFull), button("×", leave)];
  const progress = /** @type {HTMLProgressElement} */ (el("progress", { value: 0 }));
  fill(byId("bar"), previous, status, next, progress, full, out);
  return () => {
    const view = store.get();
    if (view.stop === null) return;
    const stops = tourOf(atlas, view);
    const at = view.stop + 1;
    status.textContent = phrase(view.language, "stopOf", at, stops.length);
    [progress.value, progress.max] = [at, stops.length || 1];
    updatePager(previous, next, at <= 1, at >= stops.length);
    for (const [element, key] of /** @type {[HTMLElement, string][]} */ ([
      [previous, "previous"],
      [next, "next"],
      [full, "fullScreen"],
      [out, "leaveTour"],
      [progress, "tour"],
    ])) {
      element.setAttribute("aria-label", phrase(view.language, key));
      element.title = phrase(view.language, key);
    }
  };
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
