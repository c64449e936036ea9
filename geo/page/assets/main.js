/* global map_atlas */
/** The page: reads its one blob of data, and mounts the parts on one store. */

import { mountBridge } from "./bridge.js";
import { mountCard } from "./card.js";
import { nameIn, readAtlas } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { mountMap } from "./map.js";
import { mountPanel } from "./panel.js";
import { mountReader } from "./reader.js";
import { mountSheet } from "./sheet.js";
import { BASES, createStore } from "./view.js";

const atlas = readAtlas(JSON.parse(byId("atlas-data").textContent ?? ""));
const store = createStore({
  layers: new Set(atlas.layers.filter((layer) => layer.visible).map((layer) => layer.id)),
  bases: new Set(BASES),
  feature: null,
  excerpt: null,
  language: "en",
});

const words = (/** @type {import("./data.js").Names} */ names) => nameIn(names, store.get().language);
document.title = words(atlas.title);
fill(byId("title"), words(atlas.title));
fill(byId("subtitle"), words(atlas.subtitle));
fill(byId("as-of"), words(atlas.asOf));
const credits = [...atlas.sources.values()]
  .filter((source) => source.kind === "gazetteer")
  .map((source) => [source.publisher ?? source.title, source.licence && `(${source.licence})`].filter(Boolean).join(" "));
fill(
  byId("foot"),
  el("span", { dir: "auto" }, words(atlas.disclaimer)),
  el("span", {}, [...new Set(["Leaflet (BSD-2)", ...credits])].join(" · ")),
);

mountPanel(atlas, store);
mountReader(atlas, store);
mountCard(atlas, store);
mountMap(map_atlas, atlas, store);
mountBridge(map_atlas, atlas, store);
mountSheet(store);
document.body.classList.add("ready");
