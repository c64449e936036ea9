/** The small map: candidates of the chosen place as dashed numbered rings, what is placed as dots. */

import { byId, el } from "../../page/assets/core/dom.js";
import { get, here } from "./bench.js";
import { run } from "./commands.js";
import { nameOf } from "./items.js";
import { ask } from "./wire.js";

/** @type {L.Map|null} */
let map = null;
/** @type {L.LayerGroup|null} */
let drawn = null;
/** @type {(at: L.LatLng) => void} */
let clicked = () => undefined;
let shown = "";

/** Say what a click on the map does, while a form is open. @param {(at: L.LatLng) => void} does */
export const onMapClick = (does) => void (clicked = does);

// Leaflet is given elements, so that it parses no text.

/** Draw the places of the draft, and the candidates of the chosen one. */
export function drawMap() {
  const { draft, step, form } = get();
  const isWanted = step === "places" || step === "marks";
  byId("map").hidden = !isWanted;
  if (!draft || !isWanted) return;
  const own = map ?? begin();
  if (form !== "place") clicked = () => undefined;
  drawn?.clearLayers();
  const { item } = here();
  for (const [id, one] of Object.entries(draft.feature)) placed(one, nameOf(one, id), id === item?.record);
  const points = (item?.proposal?.candidates ?? []).map((one, index) => candidate(one, index + 1));
  const now = item?.record ? draft.feature[item.record]?.location : null;
  if (now?.kind === "point") points.push(L.latLng(now.lat, now.lon));
  const key = `${step} ${item?.id} ${draft.draft}`;
  if (points.length && key !== shown) own.fitBounds(L.latLngBounds(points).pad(0.3), { maxZoom: 6, animate: false });
  shown = key;
}

function begin() {
  const own = L.map("map", { attributionControl: false, zoomControl: false, preferCanvas: true, minZoom: 1, maxZoom: 11 }).setView(
    [20, 20],
    2,
  );
  L.control.zoom({ position: "topright" }).addTo(own);
  drawn = L.layerGroup().addTo(own);
  own.on("click", ({ latlng }) => clicked(latlng.wrap()));
  new ResizeObserver(() => own.invalidateSize()).observe(byId("map"));
  const style = getComputedStyle(document.documentElement);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  void ask({ ask: "ground" }).then((answer) => {
    if (answer.features)
      L.geoJSON(answer, {
        style: { color: colour("--boundary"), weight: 0.8, fillColor: colour("--other-land"), fillOpacity: 1 },
        interactive: false,
      }).addTo(own);
  });
  map = own;
  return own;
}

/** @param {any} feature @param {string} name @param {boolean} isNow */
function placed({ location }, name, isNow) {
  if (location?.kind === "line") {
    const through = location.through
      .map((/** @type {string} */ id) => get().draft?.feature[id]?.location)
      .filter((/** @type {any} */ at) => at?.kind === "point");
    drawn?.addLayer(
      L.polyline(
        through.map((/** @type {any} */ at) => [at.lat, at.lon]),
        { className: "placed-line", weight: 3 },
      ),
    );
  }
  if (location?.kind !== "point") return;
  const icon = L.divIcon({ className: isNow ? "placed now" : "placed", iconSize: [12, 12] });
  drawn?.addLayer(L.marker([location.lat, location.lon], { icon, keyboard: false, interactive: true }).bindTooltip(el("span", {}, name)));
}

/** @param {any} one @param {number} number */
function candidate(one, number) {
  const at = L.latLng(one.lat, one.lon);
  const icon = L.divIcon({ className: "proposed", iconSize: [24, 24], html: el("span", {}, String(number)) });
  drawn?.addLayer(L.marker(at, { icon, keyboard: false }).on("click", () => run(String(number))));
  return at;
}
