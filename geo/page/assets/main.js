/** The page: reads its data, and mounts the parts on one store. */

import { mountAddress } from "./core/address.js";
import { mountBriefing } from "./panels/guided_tour.js";
import { mountCard } from "./panels/card.js";
import { mountChrome } from "./panels/header.js";
import { mountCite } from "./panels/cite.js";
import { readAtlas } from "./data/atlas.js";
import { mountFinder } from "./panels/finder.js";
import { createHint } from "./map/hover.js";
import { mountMap } from "./map/map.js";
import { mountPanel } from "./panels/layers.js";
import { mountPrint } from "./core/print.js";
import { mountReader } from "./reader/pane.js";
import { mountSheet } from "./panels/drawer.js";
import { mountTable } from "./panels/table.js";
import { useWords } from "./core/language.js";
import { BASES, createStore } from "./core/store.js";

const read = (/** @type {string} */ name) => document.getElementById(`atlas-${name}`)?.textContent ?? undefined;
useWords(JSON.parse(read("words") ?? ""));
const atlas = readAtlas(JSON.parse(read("data") ?? ""), read);
const store = createStore({
  layers: new Set(atlas.layers.filter((layer) => layer.visible).map((layer) => layer.id)),
  bases: new Set(BASES),
  feature: null,
  excerpt: null,
  language: "en",
  briefing: false,
});
const hint = createHint();

mountChrome(atlas, store);
mountPanel(atlas, store);
mountReader(atlas, store, hint);
mountCard(atlas, store);
mountMap(map_atlas, atlas, store, hint, () => document.body.classList.add("ready"));
mountBriefing(atlas, store);
const link = mountAddress(map_atlas, atlas, store);
mountCite(atlas, store, link);
mountFinder(atlas, store);
mountSheet(store);
mountTable(atlas, store);
mountPrint(map_atlas);
