/** The search box: a combobox over the index, and the matches marked in the article. */

import { nameIn } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { find, indexOf, occurrences } from "./search.js";
import { phrase } from "./strings.js";

/**
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {import("./search.js").Entry} Entry
 * @typedef {import("./view.js").Store} Store
 */

const MARKED = "found"; // the name of the CSS highlight

/** @param {Atlas} atlas @param {Store} store */
export function mountFinder(atlas, store) {
  const box = /** @type {HTMLInputElement} */ (byId("find"));
  const list = byId("found");
  const index = indexOf(atlas);
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
    all[at]?.scrollIntoView({ block: "nearest" });
    if (at >= 0) box.setAttribute("aria-activedescendant", all[at].id);
    else box.removeAttribute("aria-activedescendant");
  };
  const choose = (/** @type {Entry} */ entry) => {
    const shown = atlas.marks.get(entry.feature ?? "");
    const layers = shown && new Set([...store.get().layers, shown.layer]);
    store.set({ feature: entry.feature, excerpt: entry.excerpt, ...(layers && { layers }) }, "host");
    close();
  };
  const search = () => {
    const { language } = store.get();
    const entries = find(index, box.value);
    const spans = occurrences(atlas.article.text, box.value);
    mark(spans);
    fill(list, ...rows(entries, language, atlas, choose), words(spans.length, language, () => { scrollTo(spans[0]); close(); }));
    list.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!list.hidden));
    move(-1);
  };

  box.addEventListener("input", search);
  box.addEventListener("focus", () => box.value.trim() && search());
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at <= 0 ? options().length - 1 : at - 1);
    else if (event.key === "Enter") options()[Math.max(at, 0)]?.click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest("input, select, textarea");
    if (event.key !== "/" || typing) return;
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

/** @param {Entry[]} entries @param {string} language @param {Atlas} atlas @param {(entry: Entry) => void} choose */
function rows(entries, language, atlas, choose) {
  return entries.flatMap((entry, i) => {
    const first = entries[i - 1]?.group !== entry.group;
    const names = entry.group === "places" ? atlas.marks.get(entry.feature ?? "")?.names : undefined;
    const option = el(
      "li",
      { role: "option", id: `found-${i}`, on: { mousedown: (/** @type {Event} */ e) => e.preventDefault(), click: () => choose(entry) } },
      el("bdi", {}, names ? nameIn(names, language) : entry.text),
      el("small", {}, entry.detail),
    );
    return first ? [el("li", { role: "presentation", class: "head" }, phrase(language, `find_${entry.group}`)), option] : [option];
  });
}

/** The last row: how often the words stand in the article. @param {number} count @param {string} language @param {() => void} go */
function words(count, language, go) {
  const text = phrase(language, "foundInText", count);
  if (!count) return el("li", { role: "presentation", class: "head" }, text);
  return el("li", { role: "option", id: "found-words", on: { mousedown: (/** @type {Event} */ e) => e.preventDefault(), click: go } }, text);
}

/** Mark spans of the article without touching its nodes (CSS Custom Highlight API).
 * @param {import("./search.js").Span[]} spans */
function mark(spans) {
  if (!("highlights" in CSS)) return;
  CSS.highlights.set(MARKED, new Highlight(...spans.map((span) => rangeOf(span))));
}

/** @param {import("./search.js").Span} span */
function scrollTo(span) {
  const pane = byId("article");
  const box = rangeOf(span).getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  pane.scrollTo({ top: pane.scrollTop + box.top - frame.top - frame.height / 2 });
}

/** The article's text nodes hold all its characters, in order. @param {import("./search.js").Span} span */
function rangeOf({ start, end }) {
  const range = new Range();
  const nodes = document.createTreeWalker(byId("article"), NodeFilter.SHOW_TEXT);
  let offset = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const length = /** @type {Text} */ (node).length;
    if (start >= offset && start < offset + length) range.setStart(node, start - offset);
    if (end > offset && end <= offset + length) {
      range.setEnd(node, end - offset);
      break;
    }
    offset += length;
  }
  return range;
}
