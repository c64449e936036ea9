/**
 * Keeps the view in the address bar, so that a reader can share it, go back to it, and keep it through a reload.
 * A page writes it into its own fragment (#…), alone or in a frame of another site. In the app's frame the page sends
 * it to the app as a message, and the app writes it into the query (?…).
 */

import { choiceOf } from "../data/atlas.js";
import { isFramed, isInApp } from "./hosting.js";
import { linkOf, readLink } from "./permalink.js";
import { cameraOf, movedCamera, showFullExtent } from "../map/camera.js";
import { extentSeen, longitudeOnMap } from "../map/places.js";
import { notify } from "./notice.js";
import { changed } from "./store.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("./store.js").Store} Store
 * @typedef {{layers: string[], bases: string[], extent: number[]|null, language: string, notes: import("../data/notes.js").Note[]}} Seen
 *   what is on the screen, for files made from it; extent in degrees, across 180° from the greater to the less, null while the map has not been moved
 * @typedef {{put: (link: string, push: boolean) => void, base: () => string, report: (seen: Seen) => void}} Address
 *   where the address is: put writes the link into it, base is the part before the link, report sends on what is seen
 */

/** @param {L.Map} map @param {Atlas} atlas @param {Store} store @returns {() => string} a link to the view as it is now,
 * always with the map's place and zoom: the opening view of another window, or of a later atlas, may be another */
export function mountAddress(map, atlas, store) {
  const initial = store.get();
  let following = false;
  const follow = (/** @type {string} */ link, back = false) => {
    following = true;
    const { view, camera, unknown } = readLink(link, initial, atlas);
    const chosen = view.feature || view.claim ? choiceOf(atlas, view) : {};
    store.set({ ...view, ...chosen }, camera || back ? "link" : "host"); // the browser's history moves the map at once, without a flight
    if (camera) map.setView([camera.lat, longitudeOnMap(camera.lon)], camera.zoom, { animate: false });
    else if (back || !store.get().feature) showFullExtent(map, atlas.placed);
    if (unknown.length) notify(store, "staleLink", unknown.join(", "));
    following = false;
    queueMicrotask(() => report(seenOn(map, store.get()))); // after inFragment or inFrame has returned
  };
  const { put, base, report } = isInApp() ? inFrame(follow, atlas, store) : inFragment(follow);
  const link = () => linkOf(store.get(), initial, movedCamera(map));
  const tell = (/** @type {boolean} */ push) => {
    if (following) return;
    put(link(), push);
    report(seenOn(map, store.get()));
  };
  store.subscribe((view, before, cause) => {
    const isStep = changed(view, before, "feature", "notes") || (cause === "panel" && changed(view, before, "layers", "bases"));
    tell(isStep); // the browser's Back undoes a step
  });
  map.on("moveend", () => queueMicrotask(() => tell(false))); // after map.js has noted whether it moved the map itself
  return () => base() + linkOf(store.get(), initial, cameraOf(map));
}

/** @param {L.Map} map @param {import("./store.js").View} view @returns {Seen} */
function seenOn(map, { layers, bases, language, notes }) {
  const extent = movedCamera(map) && extentSeen(map.getBounds());
  return { layers: [...layers], bases: [...bases], extent, language, notes: [...notes] };
}

/** For a page with an address of its own. In a frame of another site it adds no steps to that site's history.
 * @param {(link: string, back: boolean) => void} follow @returns {Address} */
function inFragment(follow) {
  const read = (back = false) => follow(location.hash.slice(1), back);
  const bare = () => location.href.split("#")[0];
  window.addEventListener("popstate", () => read(true));
  if (location.hash.length > 1) read();
  return {
    put(link, push) {
      const address = link ? `${bare()}#${link}` : bare();
      if (push && !isFramed()) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    },
    base: () => `${bare()}#`,
    report: () => {},
  };
}

/** For a page in the app's frame: the address is the app's, and the app may also ask for a mark.
 * @param {(link: string, back: boolean) => void} follow @param {Atlas} atlas @param {Store} store @returns {Address} */
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

/** @param {Atlas} atlas @param {Store} store @param {{feature: string, excerpt: string|null, claim: string|null}} asked */
function select(atlas, store, asked) {
  const choice = choiceOf(atlas, asked);
  if (choice.feature) store.set(choice, "host");
}
