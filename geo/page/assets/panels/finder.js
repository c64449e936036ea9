/** Mounts the search box: a combobox over the index, which also highlights matches in the article. */

import { centreWords, highlight } from "../reader/scroll.js";
import { combobox } from "../core/combobox.js";
import { nameIn, selection } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { find, indexOf, occurrences } from "../data/search.js";
import { phrase } from "../core/language.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/search.js").Entry} Entry
 * @typedef {import("../core/store.js").Store} Store
 */

/** @param {Atlas} atlas @param {Store} store */
export function mountFinder(atlas, store) {
  const box = /** @type {HTMLInputElement} */ (byId("find"));
  const list = byId("found");
  const open = combobox(box, list);
  /** @type {import("../data/search.js").Shelf[]|undefined} */
  let index;

  const choose = (/** @type {Entry} */ entry) => {
    const mark = atlas.marks.get(entry.feature ?? "");
    const layers = new Set(store.get().layers);
    if (mark?.isOnMap) layers.add(mark.layer);
    store.set({ ...selection(mark, entry.excerpt), layers }, "panel");
    open(false);
  };
  const search = () => {
    const { language } = store.get();
    const entries = find((index ??= indexOf(atlas)), box.value);
    const spans = occurrences(atlas.article.text, box.value);
    const show = () => {
      if (spans) centreWords(spans[0]);
      open(false);
    };
    highlight(spans ?? []);
    fill(list, ...rows(entries, language, choose), words(spans?.length, language, show));
    open(Boolean(box.value.trim()));
  };

  box.addEventListener("input", search);
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

/** @param {Entry[]} entries @param {string} language @param {(entry: Entry) => void} choose */
function rows(entries, language, choose) {
  return entries.flatMap((entry, i) => {
    const option = el(
      "li",
      { role: "option", id: `found-${i}`, on: { mousedown: keepFocus, click: () => choose(entry) } },
      el("span", {}, el("bdi", {}, nameIn(entry.names, language)), entry.of && el("bdi", { class: "of" }, nameIn(entry.of, language))),
      el("small", {}, phrase(language, entry.detail)),
    );
    if (entries[i - 1]?.group === entry.group) return [option];
    return [el("li", { role: "presentation", class: "head" }, phrase(language, `find_${entry.group}`)), option];
  });
}

const keepFocus = (/** @type {Event} */ event) => event.preventDefault();

/** The last row: the number of matches in the article; null where the query is too short to be looked for. @param {number|undefined} count @param {string} language @param {() => void} go */
function words(count, language, go) {
  if (count === undefined) return null;
  const text = phrase(language, "foundInText", count);
  if (!count) return el("li", { role: "presentation", class: "head" }, text);
  return el("li", { role: "option", id: "found-words", on: { mousedown: keepFocus, click: go } }, text);
}
