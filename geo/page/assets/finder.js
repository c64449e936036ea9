/** The search box: a combobox over the index, and the matches marked in the article. */

import { centre, markFound, rangesOf } from "./article.js";
import { nameIn, selection } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { find, indexOf, occurrences } from "./search.js";
import { phrase } from "./strings.js";

/**
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {import("./search.js").Entry} Entry
 * @typedef {import("./view.js").Store} Store
 */

/** @param {Atlas} atlas @param {Store} store */
export function mountFinder(atlas, store) {
  const box = /** @type {HTMLInputElement} */ (byId("find"));
  const list = byId("found");
  /** @type {import("./search.js").Shelf[]|undefined} */
  let index;
  let at = -1;

  const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    move(-1);
  };
  const move = (/** @type {number} */ to) => {
    const all = options();
    at = to < all.length ? to : 0;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = all[at];
    option?.scrollIntoView({ block: "nearest" });
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
  };
  const choose = (/** @type {Entry} */ entry) => {
    const mark = atlas.marks.get(entry.feature ?? "");
    const layers = new Set(store.get().layers);
    if (mark?.isPlaced) layers.add(mark.layer);
    store.set({ ...selection(mark, entry.excerpt), layers }, "panel");
    close();
  };
  const search = () => {
    const { language } = store.get();
    const entries = find((index ??= indexOf(atlas)), box.value);
    const spans = occurrences(atlas.article.text, box.value);
    const show = () => {
      const [first] = rangesOf(spans.slice(0, 1));
      centre(() => first.getBoundingClientRect());
      close();
    };
    markFound(spans);
    fill(list, ...rows(entries, language, choose), words(spans.length, language, show));
    list.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!list.hidden));
    move(-1);
  };

  box.addEventListener("input", search);
  box.addEventListener("focus", () => {
    setTimeout(() => (index ??= indexOf(atlas))); // before the first letter is typed
    if (box.value.trim()) search();
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at <= 0 ? options().length - 1 : at - 1);
    else if (event.key === "Enter") options()[Math.max(at, 0)]?.click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    box.focus();
  });
  const name = () => {
    box.placeholder = phrase(store.get().language, "find");
    box.setAttribute("aria-label", phrase(store.get().language, "find"));
  };
  store.subscribe((view, before) => view.language !== before.language && name());
  name();
}

/** @param {Entry[]} entries @param {string} language @param {(entry: Entry) => void} choose */
function rows(entries, language, choose) {
  return entries.flatMap((entry, i) => {
    const option = el(
      "li",
      { role: "option", id: `found-${i}`, on: { mousedown: keepFocus, click: () => choose(entry) } },
      el("bdi", {}, nameIn(entry.names, language)),
      el("small", {}, phrase(language, entry.detail)),
    );
    if (entries[i - 1]?.group === entry.group) return [option];
    return [el("li", { role: "presentation", class: "head" }, phrase(language, `find_${entry.group}`)), option];
  });
}

const keepFocus = (/** @type {Event} */ event) => event.preventDefault();

/** The last row: how often the words stand in the article. @param {number} count @param {string} language @param {() => void} go */
function words(count, language, go) {
  const text = phrase(language, "foundInText", count);
  if (!count) return el("li", { role: "presentation", class: "head" }, text);
  return el("li", { role: "option", id: "found-words", on: { mousedown: keepFocus, click: go } }, text);
}
