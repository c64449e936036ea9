/** Mounts the map: a canvas for each layer, names above them, and one pointer handler for all. */

import { drawBasemap } from "./basemap.js";
import { addCanvas } from "./canvas.js";
import { ClusteredLayer, boundsOf, clusterAt, isNear, joined } from "./cluster.js";
import { isShown, nameIn, subjectsOf, selection } from "../data/atlas.js";
import { byId, el } from "../core/dom.js";
import { hits, looksOf, project } from "./geometry.js";
import { ScaleLine } from "./leaflet_internals.js";
import { drawLabels } from "./labels.js";
import { drawMarks, drawOutlined, reachOfMarks } from "./draw_features.js";
import { drawRelief } from "./relief.js";
import { NOTHING } from "./hover.js";
import { mountMembers } from "./members.js";
import { isPlacing, noteBoxes } from "./note_boxes.js";
import { digits, phrase } from "../core/language.js";
import { changed } from "../core/store.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("./hover.js").Hover} Hover
 * @typedef {import("./leaflet_internals.js").CanvasLayer} CanvasLayer
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/store.js").View} View
 */

const REACH = { point: 12, line: 9, area: 2, name: 24 }; // px: how far a pointer may be from a mark, by the mark's kind
/** Causes of a choice that the reader made elsewhere than on the map: then the map flies to the mark. @type {Set<string>} */
const FLYING = new Set(["text", "panel", "host", "step"]);
const HALO = 34; // px by which a halo reaches beyond its mark
const CLOSE_UP = 6.5; // the highest zoom at which a flight to a mark ends

const FLAT = 3; // times as wide as high
/** What is long and flat stands in the middle of a wide window, with lists above and below; as shares of its height. */
const ABOVE = { width: 560, above: 0.355, below: 0.405 };

/** @param {L.Map} map Leaflet's, made by folium @param {Atlas} atlas @param {Store} store @param {Hover} hover
 * @param {() => void} onSized called once the map has a size */
export function mountMap(map, atlas, store, hover, onSized) {
  map.attributionControl?.setPrefix("Leaflet");
  map.zoomControl?.setPosition("topright"); // the left is for lists
  scaleOf(store).addTo(map);
  keepWithin(map, atlas);
  keepSized(map, atlas.placed, onSized);
  homeButton(store, () => home(map, atlas.placed)).addTo(map);
  const clustered = clusteredLayers(atlas, map.getMaxZoom());
  const layers = addLayers(map, atlas, store, clustered);
  const halo = addHalos(map, atlas, store, hover);
  const members = mountMembers(map, atlas, store, hover, () => labels.redraw());
  const labels = addCanvas(map, "labels", drawLabels(atlas, clustered, store.get, () => [...members.boxes(), ...noteBoxes(map, store.get())]));
  listen(map, atlas, store, hover, clustered);
  drawAlong(store, layers, halo, labels);
  flyAlong(map, atlas, store, members);
}

/** Redraw the canvases that a change of the view concerns. @param {Store} store @param {Map<string, CanvasLayer>} layers @param {CanvasLayer} halo @param {CanvasLayer} labels */
function drawAlong(store, layers, halo, labels) {
  store.subscribe((view, before) => {
    for (const [id, canvas] of layers) {
      if (view.layers.has(id) !== before.layers.has(id)) canvas.setVisible(view.layers.has(id));
      if (changed(view, before, "bases", "dark")) canvas.redraw();
    }
    if (changed(view, before, "layers", "bases", "language", "dark", "notes")) labels.redraw();
    if (changed(view, before, "feature", "dark")) halo.redraw();
    if (changed(view, before, "feature", "excerpt")) pulse(halo);
  });
}

/** Fly to a mark that is chosen, and to marks that are shown anew out of sight. @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {import("./members.js").Members} members */
function flyAlong(map, atlas, store, members) {
  store.subscribe((view, before, cause) => {
    const same = !changed(view, before, "feature");
    if (cause === "panel" && same && changed(view, before, "layers", "bases")) bringBack(map, atlas.placed, view);
    if (!changed(view, before, "feature", "excerpt") || !FLYING.has(cause) || (cause === "step" && same)) return;
    const chosen = selected(atlas, store);
    if (chosen?.holder && !chosen.isPlaced) return bringUp(map, chosen, members);
    flyTo(map, cause === "text" ? restingOn(atlas, view) : [chosen]);
  });
}

/** @param {Atlas} atlas @param {Store} store */
const selected = (atlas, store) => atlas.marks.get(store.get().feature ?? "");

/** The marks that are drawn for these: themselves, or their parts. @param {(Mark|undefined)[]} marks */
const present = (marks) => [...new Set(marks.flatMap((mark) => mark?.drawn ?? []))];

/** The marks of each layer. @param {Atlas} atlas @param {number} lastZoom @returns {Map<string, ClusteredLayer>} */
function clusteredLayers({ layers, placed }, lastZoom) {
  /** @type {Map<string, Mark[]>} */
  const groups = new Map(layers.map(({ id }) => [id, []]));
  for (const mark of placed) groups.get(mark.layer)?.push(mark);
  return new Map([...groups].map(([id, marks], rank) => [id, new ClusteredLayer(marks, rank, lastZoom)]));
}

/** @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {Map<string, ClusteredLayer>} clustered */
function addLayers(map, atlas, store, clustered) {
  const relief = drawRelief(atlas.relief, atlas.symbology.palette, () => ground.redraw());
  const ground = addCanvas(map, "basemap", drawBasemap(atlas.basemap, atlas.symbology, relief));
  if (atlas.tiles) /** @type {HTMLElement} */ (map.getPane("basemap")).style.zIndex = "150"; // below the tiles, so that a tile that fails to load leaves no blank
  store.watch(["dark"], () => ground.redraw());
  return new Map(
    atlas.layers.map((layer) => {
      const own = /** @type {ClusteredLayer} */ (clustered.get(layer.id));
      const draw = drawMarks(own, layer, settingOf(atlas, store));
      const visible = store.get().layers.has(layer.id);
      return [layer.id, addCanvas(map, `layer-${layer.id}`, draw, reachOfMarks(() => own.bounds, own.margin), visible)];
    }),
  );
}

/** What marks are drawn with: the corridor leads on at the last stretch of each route.
 * @param {Atlas} atlas @param {Store} store @returns {import("./draw_features.js").Setting} */
function settingOf({ symbology, placed }, store) {
  /** @type {Map<string|undefined, Mark>} */
  const last = new Map();
  for (const mark of placed.filter(({ kind }) => kind === "segment")) {
    if ((last.get(mark.route)?.order ?? 0) <= (mark.order ?? 0)) last.set(mark.route, mark);
  }
  return { symbology, view: store.get, ends: new Set(last.values()) };
}

/** Add a canvas of halos for the marks pointed at, and one for the chosen mark, which is returned.
 * @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {Hover} hover */
function addHalos(map, atlas, store, hover) {
  const pointed = () => present(hover.get().marks.map((id) => atlas.marks.get(id)));
  const chosen = () => present([selected(atlas, store)]);
  const symbolOf = (/** @type {Mark} */ mark) => (store.get().layers.has(mark.layer) ? atlas.layers.find(({ id }) => id === mark.layer) : undefined);
  const add = (/** @type {string} */ name, /** @type {string} */ colour, /** @type {() => Mark[]} */ marks) =>
    addCanvas(map, name, drawOutlined(marks, colour, symbolOf, settingOf(atlas, store)), reachOfMarks(() => boundsOf(marks()), HALO));
  const pointedAt = add("hover", "pointed", pointed);
  hover.subscribe(() => pointedAt.redraw());
  return add("halo", "ink", chosen);
}

/** Keep the map within the bounds of basemap and marks. @param {L.Map} map @param {Atlas} atlas */
function keepWithin(map, atlas) {
  const known = [...atlas.basemap.countries.map(({ shape }) => shape.bounds), boundsOf(atlas.placed)];
  const edge = joined(known, (bounds) => [bounds, 0]);
  if (Number.isFinite(edge[0])) map.setMaxBounds(extentOf(map, edge));
}

/** Show the whole corridor; in an atlas without one, all marks. @param {L.Map} map @param {Mark[]} placed */
function home(map, placed) {
  const corridor = placed.filter((mark) => mark.kind === "segment");
  const { x, y } = map.getSize(); // it has no size before its frame is laid out
  if (placed.length && x > 100 && y > 100) map.fitBounds(extentOf(map, boundsOf(corridor.length ? corridor : placed)), marginsOf(boundsOf(corridor), map.getSize()));
  else map.setView([0, 0], map.getMinZoom(), { animate: false });
  if (map.options.maxBounds) map.panInsideBounds(map.options.maxBounds, { animate: false }); // at once, not after the move has ended
  homes.set(map, cameraOf(map));
}

/** Room for the names at both ends of the corridor, and for lists above and below it.
 * @param {number[]} bounds of the corridor @param {L.Point} size of the window @returns {L.FitBoundsOptions} */
function marginsOf([left, top, right, bottom], { x, y }) {
  const [west, east] = [Math.min(150, 0.14 * x), Math.min(110, 0.17 * x)];
  const isFlat = x > ABOVE.width && right - left > FLAT * (bottom - top);
  const [above, below] = isFlat ? [ABOVE.above * y, ABOVE.below * y] : [56, 20];
  return { paddingTopLeft: [west, above], paddingBottomRight: [east, below], animate: false };
}

/** The camera that `home` gave to each map. @type {WeakMap<L.Map, import("../core/permalink.js").Camera>} */
const homes = new WeakMap();

/** @param {L.Map} map @returns {import("../core/permalink.js").Camera} */
export function cameraOf(map) {
  const { lat, lng } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** The map's camera, or null while the reader has not moved it. @param {L.Map} map */
export function movedCamera(map) {
  const camera = cameraOf(map);
  return JSON.stringify(camera) === JSON.stringify(homes.get(map)) ? null : camera;
}

/** Give the map back the camera of `home`. @param {L.Map} map */
export function goHome(map) {
  const { lat, lon, zoom } = /** @type {import("../core/permalink.js").Camera} */ (homes.get(map));
  map.setView([lat, lon], zoom, { animate: false });
}

/** Fill the window as it changes; a map that the reader has not moved shows the whole corridor again.
 * @param {L.Map} map @param {Mark[]} placed @param {() => void} onSized */
function keepSized(map, placed, onSized) {
  const check = () => {
    if (!map.getSize().x) return;
    onSized();
    map.fire("sized");
  };
  home(map, placed);
  check(); // at once, because a frame out of sight is laid out but not observed
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = map.getContainer();
    if (map.getSize().equals([clientWidth, clientHeight])) return; // nothing has changed: the observer's first call
    const untouched = !movedCamera(map);
    map.invalidateSize({ animate: false, pan: !untouched });
    if (untouched) home(map, placed);
    check();
  }).observe(map.getContainer());
}

/** @param {L.Map} map @param {number[]} bounds in world px */
function extentOf(map, [left, top, right, bottom]) {
  return L.latLngBounds([map.unproject([left, top], 0), map.unproject([right, bottom], 0)]);
}

/** The visible marks that the chosen excerpt speaks of; without any, the chosen mark.
 * @param {Atlas} atlas @param {View} view */
function restingOn(atlas, view) {
  const shown = subjectsOf(atlas, view.excerpt ?? "").filter((mark) => isShown(mark, view));
  return present(shown).length ? shown : [atlas.marks.get(view.feature ?? "")];
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
  const { x: left, y: top } = map.getPixelBounds().getTopLeft();
  const { x: width, y: height } = map.getSize();
  const frame = { scale: 2 ** map.getZoom(), left, top, width, height, visible: [] };
  if (placed.some((mark) => isShown(mark, view) && isNear(mark, frame, 0))) return;
  flyTo(map, placed.filter((mark) => isShown(mark, view)));
}

/** @param {L.Map} map @param {(Mark|undefined)[]} marks */
function flyTo(map, marks) {
  const targets = present(marks);
  if (targets.length) flyToBounds(map, boundsOf(targets));
}

/** @param {L.Map} map @param {number[]} bounds in world px @param {number} [maxZoom] */
function flyToBounds(map, bounds, maxZoom = Math.max(CLOSE_UP, map.getZoom())) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { x, y } = map.getSize();
  if (!x) return void map.once("sized", () => flyToBounds(map, bounds, maxZoom)); // later, when its frame is laid out
  /** @type {L.PointTuple} */
  const padding = [Math.min(60, x / 5), Math.min(60, y / 5)];
  const options = { maxZoom, padding, duration: 0.6 };
  if (still) map.fitBounds(extentOf(map, bounds), { ...options, animate: false });
  else map.flyToBounds(extentOf(map, bounds), options);
}

/** The scale line, in the reader's words and digits. @param {Store} store */
function scaleOf(store) {
  const words = (/** @type {string} */ number, /** @type {string} */ unit) => {
    const { language } = store.get();
    return phrase(language, unit, digits(language, number));
  };
  const scale = new ScaleLine(words, { position: "bottomright", maxWidth: 140, imperial: false });
  store.watch(["language"], () => scale.update());
  return scale;
}

/** The button that shows the whole corridor again. @param {Store} store @param {() => void} go */
function homeButton(store, go) {
  const control = new L.Control({ position: "topright" });
  control.onAdd = () => {
    const button = el("button", { type: "button", id: "home", on: { click: go } }, "⤢");
    const name = () => {
      const words = phrase(store.get().language, "home");
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

/** Start the halo's animation anew. @param {CanvasLayer} halo */
function pulse(halo) {
  const canvas = /** @type {HTMLElement} */ (halo.getPane());
  canvas.classList.remove("pulse");
  void canvas.offsetWidth;
  canvas.classList.add("pulse");
}

/** The marks under the pointer, the topmost first; or the cluster that covers them, with its layer.
 * @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {Map<string, ClusteredLayer>} clustered @param {L.LeafletMouseEvent} event */
function under(map, atlas, store, clustered, event) {
  const [x, y] = project(event.latlng.lng, event.latlng.lat);
  const [scale, { layers, bases }] = [2 ** map.getZoom(), store.get()];
  const point = { scale, left: x * scale, top: y * scale, width: 0, height: 0, visible: [] };
  const isHit = (/** @type {Mark} */ mark) => {
    const shape = isNear(mark, point, REACH.name) && mark.shape;
    return shape && hits(shape, x, y, (mark.kind === "country" ? REACH.name : REACH[looksOf(shape, point)]) / scale);
  };
  /** @type {Mark[]} */
  const marks = [];
  for (const layer of atlas.layers.filter(({ id }) => layers.has(id)).toReversed()) {
    const { singles, clusters } = /** @type {ClusteredLayer} */ (clustered.get(layer.id)).split(scale, bases);
    const cluster = clusterAt(clusters, x, y, scale);
    if (cluster && !marks.length) return { marks, clusterOf: layer, cluster };
    marks.push(...singles.filter(isHit).reverse());
  }
  return { marks };
}

/** @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {Hover} hover @param {Map<string, ClusteredLayer>} clustered */
function listen(map, atlas, store, hover, clustered) {
  map.on("click", (event) => {
    if (isPlacing(map)) return;
    const { marks, cluster } = under(map, atlas, store, clustered, event);
    if (cluster) return flyToBounds(map, cluster.bounds, map.getMaxZoom());
    const again = marks.findIndex((mark) => mark.id === store.get().feature);
    const mark = marks[(again + 1) % marks.length]; // a second click chooses the mark below
    store.set(selection(mark), "map");
  });
  const tip = byId("tip");
  map.on("mousemove", (event) => {
    const { marks: [mark], cluster, clusterOf } = under(map, atlas, store, clustered, event);
    map.getContainer().classList.toggle("over-mark", Boolean(mark ?? cluster));
    tip.hidden = !mark && !cluster;
    hover.set(mark ? { marks: [mark.id], excerpts: mark.excerpts } : NOTHING);
    if (tip.hidden) return;
    const { language } = store.get();
    tip.textContent = cluster ? phrase(language, "crowd", nameIn(clusterOf.names, language), cluster.size) : nameIn(mark.names, language);
    const { x, y } = event.containerPoint;
    const room = map.getSize().subtract([tip.offsetWidth, tip.offsetHeight]);
    tip.style.translate = `${Math.max(0, Math.min(x + 14, room.x))}px ${Math.min(y + 14, room.y)}px`;
  });
  map.on("mouseout zoomstart movestart", () => {
    tip.hidden = true;
    hover.set(NOTHING);
  });
}
