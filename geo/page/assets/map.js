/** The map: a canvas a layer, names on top, one pointer for all of them. */

import { drawBasemap } from "./basemap.js";
import { addCanvas } from "./canvas.js";
import { isShown, nameIn, selection } from "./data.js";
import { byId } from "./dom.js";
import { hits, project, shapeOf } from "./geometry.js";
import { drawLabels } from "./labels.js";
import { drawHalo, drawMarks } from "./marks.js";

/**
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {import("./data.js").Mark} Mark
 * @typedef {import("./view.js").Store} Store
 */

const REACH = { point: 12, line: 9, area: 2 }; // px from the pointer at which a mark is still under it
/** Who asks for a mark without knowing where it is: the map goes there. @type {Set<string>} */
const FLYING = new Set(["text", "panel", "host"]);
const CLOSE_UP = 7; // the zoom that a flight to a mark ends at, at the most

/** Room for the names at the two ends of the corridor. */
const MARGINS = { paddingTopLeft: [20, 20], paddingBottomRight: [70, 20], animate: false };

/** @param {any} map Leaflet's, made by folium @param {Atlas} atlas @param {Store} store */
export function mountMap(map, atlas, store) {
  map.attributionControl?.setPrefix("Leaflet");
  L.control.scale({ position: "bottomright", maxWidth: 140 }).addTo(map);
  map.setMaxBounds(extentOf(map, atlas.basemap.countries.features.map((f) => shapeOf(f.geometry))));
  const placed = [...atlas.marks.values()].filter((mark) => mark.shape);
  keepSized(map, placed);
  const canvases = addLayers(map, atlas, store, placed);
  const halo = addCanvas(map, "halo", drawHalo(() => selected(atlas, store), "#b45309"));
  const labels = addCanvas(map, "labels", drawLabels(atlas, store.get));
  listen(map, atlas, store, placed);
  store.subscribe((view, before, cause) => {
    for (const [id, canvas] of canvases) {
      if (view.layers.has(id) !== before.layers.has(id)) canvas.setVisible(view.layers.has(id));
      if (view.bases !== before.bases) canvas.redraw();
    }
    labels.redraw();
    if (view.feature !== before.feature) halo.redraw();
    if (view.feature === before.feature && view.excerpt === before.excerpt) return;
    pulse(halo);
    if (FLYING.has(cause)) flyTo(map, selected(atlas, store));
  });
}

/** @param {Atlas} atlas @param {Store} store */
const selected = (atlas, store) => atlas.marks.get(store.get().feature ?? "");

/** @param {any} map @param {Atlas} atlas @param {Store} store @param {Mark[]} placed */
function addLayers(map, atlas, store, placed) {
  if (!atlas.tiles) addCanvas(map, "basemap", drawBasemap(atlas.basemap));
  return new Map(
    atlas.layers.map((layer) => {
      const marks = placed.filter((mark) => mark.layer === layer.id);
      const canvas = addCanvas(map, `layer-${layer.id}`, drawMarks(marks, layer, store.get));
      canvas.setVisible(store.get().layers.has(layer.id));
      return [layer.id, canvas];
    }),
  );
}

/** Show the corridor, whole; or all there is, where there is none. @param {any} map @param {Mark[]} placed */
function home(map, placed) {
  const corridor = placed.filter((mark) => mark.kind === "segment");
  const shapes = (corridor.length ? corridor : placed).flatMap((mark) => mark.shape ?? []);
  const { x, y } = map.getSize(); // a frame that isn't laid out yet has none
  if (shapes.length && x > 100 && y > 100) map.fitBounds(extentOf(map, shapes), MARGINS);
  else map.setView([0, 0], map.getMinZoom(), { animate: false });
  homes.set(map, cameraOf(map));
}

/** Where each map was sent by itself. @type {WeakMap<any, import("./link.js").Camera>} */
const homes = new WeakMap();

/** @param {any} map @returns {import("./link.js").Camera} */
function cameraOf(map) {
  const { lat, lng } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** Where the map looks, or null when nobody has moved it. @param {any} map */
export function movedCamera(map) {
  const camera = cameraOf(map);
  return JSON.stringify(camera) === JSON.stringify(homes.get(map)) ? null : camera;
}

/** Go back to where the map was sent by itself. @param {any} map */
export function goHome(map) {
  const { lat, lon, zoom } = /** @type {import("./link.js").Camera} */ (homes.get(map));
  map.setView([lat, lon], zoom, { animate: false });
}

/** Fill the window as it changes; a map that nobody moved shows the corridor whole again.
 * @param {any} map @param {Mark[]} placed */
function keepSized(map, placed) {
  home(map, placed);
  new ResizeObserver(() => {
    const untouched = !movedCamera(map);
    map.invalidateSize({ animate: false, pan: !untouched });
    if (untouched) home(map, placed);
  }).observe(map.getContainer());
}

/** @param {any} map @param {import("./geometry.js").Shape[]} shapes */
function extentOf(map, shapes) {
  const corners = shapes.flatMap(({ bounds: [minX, minY, maxX, maxY] }) => [
    map.unproject([minX, minY], 0),
    map.unproject([maxX, maxY], 0),
  ]);
  return L.latLngBounds(corners);
}

/** @param {any} map @param {Mark|undefined} mark */
function flyTo(map, mark) {
  if (!mark?.shape) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { x, y } = map.getSize();
  const padding = [Math.min(60, x / 5), Math.min(60, y / 5)];
  const options = { maxZoom: Math.max(CLOSE_UP, map.getZoom()), padding, duration: 0.6 };
  if (still) map.fitBounds(extentOf(map, [mark.shape]), { ...options, animate: false });
  else map.flyToBounds(extentOf(map, [mark.shape]), options);
}

/** Start the halo's animation anew. @param {any} halo */
function pulse(halo) {
  const canvas = halo.getPane();
  canvas.classList.remove("pulse");
  void canvas.offsetWidth;
  canvas.classList.add("pulse");
}

/** @param {any} map @param {Atlas} atlas @param {Store} store @param {Mark[]} placed */
function listen(map, atlas, store, placed) {
  const rank = new Map(atlas.layers.map((layer, i) => [layer.id, i]));
  const topFirst = [...placed]
    .reverse()
    .sort((a, b) => Number(rank.get(b.layer)) - Number(rank.get(a.layer)));
  const under = (/** @type {any} */ event) => {
    const [x, y] = project(event.latlng.lng, event.latlng.lat);
    const [scale, view] = [2 ** map.getZoom(), store.get()];
    return topFirst.filter(
      (mark) =>
        mark.shape && isShown(mark, view) && hits(mark.shape, x, y, REACH[mark.shape.kind] / scale),
    );
  };
  map.on("click", (/** @type {any} */ event) => {
    const found = under(event);
    const again = found.findIndex((mark) => mark.id === store.get().feature);
    const mark = found[(again + 1) % found.length]; // a second click asks for the one below
    store.set(selection(mark), "map");
  });
  const tip = byId("tip");
  map.on("mousemove", (/** @type {any} */ event) => {
    const [mark] = under(event);
    map.getContainer().classList.toggle("over-mark", Boolean(mark));
    tip.hidden = !mark;
    if (!mark) return;
    tip.textContent = nameIn(mark.names, store.get().language);
    tip.style.translate = `${event.containerPoint.x + 14}px ${event.containerPoint.y + 14}px`;
  });
  map.on("mouseout", () => (tip.hidden = true));
}
