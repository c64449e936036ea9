/** Mounts the map: a canvas for each layer, and names above them. */

import { drawBasemap } from "./basemap.js";
import { fullExtentButton, keepSized, keepWithin, showFullExtent } from "./camera.js";
import { addCanvas } from "./canvas.js";
import { ClusteredLayer, boundsOf } from "./cluster.js";
import { drawMarks, drawOutlined, reachOfMarks } from "./draw_features.js";
import { drawnFor, selectedMark } from "./drawn_marks.js";
import { mountFlights } from "./flights.js";
import { drawLabels } from "./labels.js";
import { ScaleLine } from "./leaflet_internals.js";
import { mountMembers } from "./members.js";
import { mountPointer } from "./pointer.js";
import { drawRelief } from "./relief.js";
import { digits, phrase } from "../core/language.js";
import { changed } from "../core/store.js";
import { layerOf } from "../data/layers.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("./hover.js").Hover} Hover
 * @typedef {import("./leaflet_internals.js").CanvasLayer} CanvasLayer
 * @typedef {import("../core/store.js").Store} Store
 */

const HALO = 34; // px by which a halo reaches beyond its mark

/** @param {L.Map} map Leaflet's, made by folium @param {Atlas} atlas @param {Store} store @param {Hover} hover
 * @param {() => void} onSized called once the map has a size */
export function mountMap(map, atlas, store, hover, onSized) {
  map.attributionControl?.setPrefix("Leaflet");
  map.zoomControl?.setPosition("topright"); // the left is for lists
  scaleOf(store).addTo(map);
  keepWithin(map, atlas);
  keepSized(map, atlas.placed, onSized);
  fullExtentButton(store, () => showFullExtent(map, atlas.placed)).addTo(map);
  const clustered = clusteredLayers(atlas, map.getMaxZoom());
  const layers = addLayers(map, atlas, store, clustered);
  const halo = addHalos(map, atlas, store, hover);
  const members = mountMembers(map, atlas, store, hover, () => labels.redraw());
  const labels = addCanvas(map, "labels", drawLabels(atlas, clustered, store.get, members.boxes));
  mountPointer(map, atlas, store, hover, clustered);
  redrawWithView(store, layers, halo, labels);
  mountFlights(map, atlas, store, members);
}

/** Redraw the canvases that a change of the view concerns. @param {Store} store @param {Map<string, CanvasLayer>} layers @param {CanvasLayer} halo @param {CanvasLayer} labels */
function redrawWithView(store, layers, halo, labels) {
  store.subscribe((view, before) => {
    for (const [id, canvas] of layers) {
      if (view.layers.has(id) !== before.layers.has(id)) canvas.setVisible(view.layers.has(id));
      if (changed(view, before, "bases", "dark")) canvas.redraw();
    }
    if (changed(view, before, "layers", "bases", "language", "dark")) labels.redraw();
    if (changed(view, before, "feature", "dark")) halo.redraw();
    if (changed(view, before, "feature", "excerpt")) pulse(halo);
  });
}

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
      const reach = reachOfMarks(() => own.bounds, own.margin);
      return [layer.id, addCanvas(map, `layer-${layer.id}`, draw, reach, store.get().layers.has(layer.id))];
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
  const pointed = () => drawnFor(hover.get().marks.map((id) => atlas.marks.get(id)));
  const chosen = () => drawnFor([selectedMark(atlas, store)]);
  const symbolOf = (/** @type {Mark} */ mark) => (store.get().layers.has(mark.layer) ? layerOf(atlas, mark) : undefined);
  const add = (/** @type {string} */ name, /** @type {string} */ colour, /** @type {() => Mark[]} */ marks) => {
    const reach = reachOfMarks(() => boundsOf(marks()), HALO);
    return addCanvas(map, name, drawOutlined(marks, colour, symbolOf, settingOf(atlas, store)), reach);
  };
  const pointedAt = add("hover", "pointed", pointed);
  hover.subscribe(() => pointedAt.redraw());
  return add("halo", "ink", chosen);
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

/** Start the halo's animation anew. @param {CanvasLayer} halo */
function pulse(halo) {
  const canvas = /** @type {HTMLElement} */ (halo.getPane());
  canvas.classList.remove("pulse");
  void canvas.offsetWidth;
  canvas.classList.add("pulse");
}
