/** Mounts the search box: a combobox over the index, which also highlights matches in the article. */

import { centreWords, highlightMatches } from "../reader/scroll.js";
import { combobox } from "../core/combobox.js";
import { choiceOf, nameIn } from "../data/atlas.js";
import { byId, fill } from "../core/dom.js";
import { showPanel } from "./drawer.js";
import { indexOf } from "../data/entries.js";
import { articleRow, groupRow } from "./found.js";
import { notify } from "../core/notice.js";
import { find, occurrences } from "../data/search.js";
import { phrase } from "../core/language.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/entries.js").Entry} Entry
 * @typedef {import("../data/entries.js").Group} Group
 * @typedef {import("../core/store.js").Store} Store
 */

const FEW = 5; // entries of a group, at first
const MORE = 50; // that are shown at each request

/** @param {Atlas} atlas @param {Store} store */
export function mountFinder(atlas, store) {
  const box = /** @type {HTMLInputElement} */ (byId("find"));
  const list = byId("found");
  const open = combobox(box, list);
  /** @type {import("../data/search.js").Shelf[]|undefined} */
  let index;
  /** How many entries of a group the reader has asked for. @type {Map<Group, number>} */
  const asked = new Map();

  const choose = (/** @type {Entry} */ entry) => {
    chooseEntry(entry, atlas, store);
    open(false);
  };
  const search = () => {
    const { language } = store.get();
    const found = find((index ??= indexOf(atlas)), box.value, (group) => asked.get(group) ?? FEW);
    const spans = occurrences(atlas.article.text, box.value);
    const show = () => {
      if (spans) centreWords(spans[0]);
      open(false);
    };
    const widen = (/** @type {import("../data/search.js").Found} */ { group, entries }) => {
      asked.set(group, entries.length + MORE);
      search();
    };
    highlightMatches(spans ?? []);
    fill(list, ...found.map((one) => groupRow(one, atlas, language, choose, () => widen(one))), articleRow(spans?.length, language, show));
    open(Boolean(box.value.trim()));
  };

  box.addEventListener("input", () => {
    asked.clear();
    search();
  });
  box.addEventListener("focus", () => {
    setTimeout(() => (index ??= indexOf(atlas))); // made before the first letter is typed
    if (box.value.trim()) search();
  });
  focusByKey(box);
  const name = () => {
    box.placeholder = phrase(store.get().language, "find");
    box.setAttribute("aria-label", phrase(store.get().language, "find"));
  };
  store.watch(["language"], name);
  name();
}

/** Focus the box at Ctrl K or ⌘ K, wherever the focus is. @param {HTMLElement} box */
function focusByKey(box) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    box.focus();
  });
}

/** Bring up what an entry leads to: layers on the map, or a card at a claim, at a silence, or at the source of all.
 * @param {Entry} entry @param {Atlas} atlas @param {Store} store */
function chooseEntry({ names, group, choice }, atlas, store) {
  const { layers, language } = store.get();
  if (choice.layers) {
    store.set({ layers: new Set([...layers, ...choice.layers]) }, "panel");
    return notify(store, "nowShown", nameIn(names, language));
  }
  const chosen = choiceOf(atlas, choice);
  const mark = atlas.marks.get(chosen.feature ?? "");
  store.set({ ...chosen, layers: mark?.isOnMap ? new Set([...layers, mark.layer]) : layers }, "panel");
  showPanel("card");
  const silence = choice.silence !== undefined && byId("card").querySelectorAll(".silences li")[choice.silence];
  const source = group === "sources" && !mark && byId("card").querySelector(".source");
  const found = silence || source;
  if (!found) return;
  found.setAttribute("aria-current", "true");
  found.scrollIntoView({ block: "center" });
}
