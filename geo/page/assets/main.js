/** The page: reads its one blob of data, and mounts the parts on one store. */

import { mountAddress } from "./address.js";
import { mountCard } from "./card.js";
import { mountChrome } from "./chrome.js";
import { readAtlas } from "./data.js";
import { byId } from "./dom.js";
import { mountFinder } from "./finder.js";
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

mountChrome(atlas, store);
mountPanel(atlas, store);
mountReader(atlas, store);
mountCard(atlas, store);
mountMap(map_atlas, atlas, store, () => document.body.classList.add("ready"));
mountAddress(map_atlas, atlas, store);
mountFinder(atlas, store);
mountSheet(store);
