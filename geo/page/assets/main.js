/** The page: reads its data, and mounts the parts on one store. */

import { mountAddress } from "./address.js";
import { mountBriefing } from "./briefing.js";
import { mountCard } from "./card.js";
import { mountChrome } from "./chrome.js";
import { mountCite } from "./cite.js";
import { readAtlas } from "./data.js";
import { mountFinder } from "./finder.js";
import { createHint } from "./hint.js";
import { mountMap } from "./map.js";
import { mountPanel } from "./panel.js";
import { mountPrint } from "./print.js";
import { mountReader } from "./reader.js";
import { mountSheet } from "./sheet.js";
import { mountTable } from "./table.js";
import { BASES, createStore } from "./view.js";

const read = (/** @type {string} */ name) => document.getElementById(`atlas-${name}`)?.textContent ?? undefined;
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
