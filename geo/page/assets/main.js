/** Starts the page: reads its data, and mounts its parts on one store. */

import { mountAddress } from "./core/address.js";
import { mountGuidedTour } from "./panels/guided_tour.js";
import { mountCard } from "./panels/card.js";
import { mountFacts } from "./panels/facts.js";
import { mountNotes } from "./panels/note_tools.js";
import { mountHeader } from "./panels/header.js";
import { mountHelp } from "./panels/help.js";
import { mountCite } from "./panels/cite.js";
import { readAtlas } from "./data/atlas.js";
import { unpack } from "./data/packing.js";
import { mountFinder } from "./panels/finder.js";
import { createHover } from "./map/hover.js";
import { mountEmbedded } from "./map/embedded.js";
import { showFullExtent } from "./map/camera.js";
import { mountMap } from "./map/map.js";
import { beginAt } from "./map/places.js";
import { themeOf } from "./map/theme.js";
import { mountLayers } from "./panels/layers.js";
import { mountPrint } from "./core/print.js";
import { mountReader } from "./reader/pane.js";
import { mountShare } from "./share/share.js";
import { mountDrawer } from "./panels/drawer.js";
import { mountTable } from "./panels/table.js";
import { useWords } from "./core/language.js";
import { BASES, createStore } from "./core/store.js";

const inPage = (/** @type {string} */ name) => document.getElementById(`atlas-${name}`)?.textContent ?? undefined;
const texts = await unpack(JSON.parse(inPage("packed") ?? ""));
const read = (/** @type {string} */ name) => texts[name] ?? inPage(name);
const parsed = (/** @type {string} */ name) => JSON.parse(read(name) ?? "");
useWords(parsed("words"));
const atlas = readAtlas({ ...parsed("texts"), ...parsed("data") }, read);
beginAt(atlas.west);
const store = createStore({
  layers: new Set(atlas.layers.filter((layer) => layer.visible).map((layer) => layer.id)),
  bases: new Set(BASES),
  feature: null,
  excerpt: null,
  claim: null,
  language: "en",
  stop: null,
  dark: false,
  notes: [],
});
const setTheme = themeOf(atlas);
store.watch(["dark"], ({ dark }) => {
  setTheme(dark);
  document.documentElement.toggleAttribute("data-light", !dark);
});
const darkness = matchMedia("(prefers-color-scheme: dark)");
store.set({ dark: darkness.matches }, "link");
const hover = createHover();
const { layers, bases } = store.get();
const reset = () => {
  store.set({ layers, bases, feature: null, excerpt: null }, "panel");
  showFullExtent(map_atlas, atlas.placed);
};

mountHeader(atlas, store);
mountFacts(atlas, store);
mountLayers(atlas, store, reset);
mountDrawer(store); // before the panes that it opens
mountReader(atlas, store, hover);
mountCard(atlas, store);
mountMap(map_atlas, atlas, store, hover, () => document.body.classList.add("ready"));
mountNotes(map_atlas, atlas, store);
mountGuidedTour(atlas, store);
const link = mountAddress(map_atlas, atlas, store);
mountCite(atlas, store, link);
mountShare(map_atlas, atlas, store, link);
mountEmbedded(map_atlas, store);
mountFinder(atlas, store);
mountTable(atlas, store);
mountHelp(atlas, store);
mountPrint(map_atlas, store);
darkness.addEventListener("change", () => store.set({ dark: darkness.matches }, "link"));
