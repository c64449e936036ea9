/**
 * Keeps the view in the address bar, so that a reader can share it, go back to it, and keep it through a reload.
 * A page that stands alone writes it into the fragment (#…). In the app's frame the page sends it to the app as a
 * message, and the app writes it into the query (?…).
 */

import { selection } from "../data/atlas.js";
import { linkOf, readLink } from "./permalink.js";
import { longitudeWithin } from "../map/geometry.js";
import { goHome, movedCamera } from "../map/map.js";
import { notify } from "./notice.js";
import { changed } from "./store.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("./store.js").Store} Store
 * @typedef {{layers: string[], bases: string[], extent: number[]|null, language: string}} Seen
 *   what is on the screen, for files made from it; extent in degrees, across 180° from the greater to the less, null while the map has not been moved
 * @typedef {{put: (link: string, push: boolean) => void, base: () => string, report: (seen: Seen) => void}} Home
 *   where the address is: put writes the link into it, base is the part before the link, report sends on what is seen
 */

/** @param {L.Map} map @param {Atlas} atlas @param {Store} store @returns {() => string} a link to the view as it is now */
export function mountAddress(map, atlas, store) {
  const initial = store.get();
  let following = false;
  const follow = (/** @type {string} */ link, back = false) => {
    following = true;
    const { view, camera, unknown } = readLink(link, initial, atlas);
    const chosen = view.feature ? selection(atlas.marks.get(view.feature), view.excerpt) : {};
    store.set({ ...view, ...chosen }, camera || back ? "link" : "host"); // the browser's history moves the map at once, without a flight
    if (camera) map.setView([camera.lat, longitudeWithin(camera.lon, atlas.west)], camera.zoom, { animate: false });
    else if (back || !view.feature) goHome(map);
    if (unknown.length) notify(store, "staleLink", unknown.join(", "));
    following = false;
    queueMicrotask(() => report(seenOn(map, store.get(), atlas.west))); // after inFragment or inFrame has returned
  };
  const { put, base, report } = window.parent === window ? inFragment(follow) : inFrame(follow, atlas, store);
  const link = () => linkOf(store.get(), initial, movedCamera(map));
  const tell = (/** @type {boolean} */ push) => {
    if (following) return;
    put(link(), push);
    report(seenOn(map, store.get(), atlas.west));
  };
  store.subscribe((view, before) => tell(changed(view, before, "feature")));
  map.on("moveend", () => queueMicrotask(() => tell(false))); // after map.js has noted whether it moved the map itself
  return () => base() + link();
}

/** @param {L.Map} map @param {import("./store.js").View} view @param {number} edge the longitude at which the map begins @returns {Seen} */
function seenOn(map, { layers, bases, language }, edge) {
  const bounds = map.getBounds();
  const latitude = (/** @type {number} */ degrees) => Math.max(-90, Math.min(90, degrees));
  const [west, east] = [Math.max(edge, bounds.getWest()), Math.min(edge + 360, bounds.getEast())];
  const [left, right] = east - west < 360 ? [longitudeWithin(west), longitudeWithin(east)] : [-180, 180];
  const extent = [left, latitude(bounds.getSouth()), right, latitude(bounds.getNorth())];
  return { layers: [...layers], bases: [...bases], extent: movedCamera(map) && extent, language };
}

/** For a page that stands alone: the address is its own. @param {(link: string, back: boolean) => void} follow @returns {Home} */
function inFragment(follow) {
  const read = (back = false) => follow(location.hash.slice(1), back);
  window.addEventListener("popstate", () => read(true));
  if (location.hash.length > 1) read();
  return {
    put(link, push) {
      const address = link ? `#${link}` : location.pathname + location.search;
      if (push) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    },
    base: () => `${location.href.split("#")[0]}#`,
    report: () => {},
  };
}

/** For a page in the app's frame: the address is the app's, and the app may also ask for a mark.
 * @param {(link: string, back: boolean) => void} follow @param {Atlas} atlas @param {Store} store @returns {Home} */
function inFrame(follow, atlas, store) {
  let base = "";
  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent) return;
    if (data?.type === "link") {
      base = String(data.base);
      follow(data.link, data.back);
    }
    if (data?.type === "select") select(atlas, store, data);
  });
  window.parent.postMessage({ type: "ready" }, "*");
  return {
    put: (link, push) => window.parent.postMessage({ type: "link", link, push }, "*"),
    base: () => base,
    report: (seen) => window.parent.postMessage({ type: "view", view: seen }, "*"),
  };
}

/** @param {Atlas} atlas @param {Store} store @param {{feature: string, excerpt: string|null}} asked */
function select(atlas, store, asked) {
  const mark = atlas.marks.get(asked.feature);
  if (mark) store.set(selection(mark, asked.excerpt), "host");
}
