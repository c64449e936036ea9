/** Tells the marks under the pointer: a click chooses the topmost, the next click that below it. */

import { clusterAt, isNear } from "./cluster.js";
import { nameIn, selection } from "../data/atlas.js";
import { byId } from "../core/dom.js";
import { flyToBounds } from "./flights.js";
import { hits, looksOf, project } from "./geometry.js";
import { NOTHING } from "./hover.js";
import { isPlacing } from "./note_boxes.js";
import { phrase } from "../core/language.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("./hover.js").Hover} Hover
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("./cluster.js").ClusteredLayer} ClusteredLayer
 */

const REACH = { point: 12, line: 9, area: 2, name: 24 }; // px: how far a pointer may be from a mark, by the mark's kind

/** The marks under the pointer, the topmost first; or the cluster that covers them, with its layer.
 * @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {Map<string, ClusteredLayer>} clustered @param {L.LeafletMouseEvent} event */
function marksAt(map, atlas, store, clustered, event) {
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

/** Choose the mark that is clicked, and name the mark pointed at. @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {Hover} hover @param {Map<string, ClusteredLayer>} clustered */
export function mountPointer(map, atlas, store, hover, clustered) {
  map.on("click", (event) => {
    if (isPlacing(map)) return;
    const { marks, cluster } = marksAt(map, atlas, store, clustered, event);
    if (cluster) return flyToBounds(map, cluster.bounds, map.getMaxZoom());
    const again = marks.findIndex((mark) => mark.id === store.get().feature);
    const mark = marks[(again + 1) % marks.length]; // a second click chooses the mark below
    store.set(selection(mark), "map");
  });
  const tip = byId("tip");
  map.on("mousemove", (event) => {
    const { marks, cluster, clusterOf } = marksAt(map, atlas, store, clustered, event);
    const [mark] = marks;
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
