/** Mounts the layer panel: switches for layers and bases, with samples of how each is drawn. */

import { basisOf, nameIn, selection, tally } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { asQuoted, manner, signOf } from "./parts.js";
import { lineSample, swatch } from "../map/patterns.js";
import { digits, phrase } from "../core/language.js";
import { BASES, articleOnly, changed, toggled } from "../core/store.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Layer} Layer
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/store.js").Basis} Basis
 * @typedef {import("../core/store.js").View} View
 */

/** @param {Atlas} atlas @param {Store} store */
export function mountLayers(atlas, store) {
  /** @type {(() => void)[]} */
  let updates = [];
  const update = () => updates.forEach((run) => run());
  const draw = () => {
    updates = [() => count(atlas, store)];
    drawPanel(atlas, store, updates);
    update();
  };
  store.subscribe((view, before) => (changed(view, before, "language") ? draw() : update()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw); // the samples are drawn in the theme's ink
  draw();
}

/** @param {Atlas} atlas @param {Store} store @param {(() => void)[]} updates functions to call when the view changes */
function drawPanel(atlas, store, updates) {
  const say = (/** @type {string} */ key) => phrase(store.get().language, key);
  const elsewhere = atlas.marks.all().filter((mark) => !mark.isOnMap);
  const unplaced = (/** @type {View} */ { bases }) => elsewhere.filter((mark) => basisOf(mark, bases));
  fill(
    byId("layers"),
    el("h2", {}, say("layers")),
    buttons(atlas, store, say),
    ...atlas.symbology.groups.map((group) => groupOf(group, atlas, store, say, updates)),
    basisKey(atlas, store, say, updates),
    listOf(say("group_unplaced"), unplaced, store, updates),
    el("p", { class: "count", role: "status" }),
  );
  fill(byId("filter"), articleSwitch(store, say, updates));
}

/** @typedef {(key: string) => string} Say */

/** @param {Atlas} atlas @param {Store} store @param {Say} say */
function buttons(atlas, store, say) {
  const show = (/** @type {string[]} */ ids) => () => store.set({ layers: new Set(ids) }, "panel");
  return el(
    "div",
    { class: "buttons" },
    el("button", { type: "button", id: "all", on: { click: show(atlas.layers.map((l) => l.id)) } }, say("all")),
    el("button", { type: "button", id: "none", on: { click: show([]) } }, say("none")),
  );
}

/** @param {string} group @param {Atlas} atlas @param {Store} store @param {Say} say @param {(() => void)[]} updates */
function groupOf(group, atlas, store, say, updates) {
  const layers = atlas.layers.filter((layer) => layer.group === group);
  if (!layers.length) return null;
  return el(
    "fieldset",
    { class: "group" },
    el("legend", {}, say(`group_${group}`)),
    ...layers.toReversed().map((layer) => row(layer, atlas, store, updates)),
  );
}

/** @param {Layer} layer @param {Atlas} atlas @param {Store} store @param {(() => void)[]} updates */
function row(layer, atlas, store, updates) {
  const name = nameIn(layer.names, store.get().language);
  const box = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "checkbox",
      id: `layer-${layer.id}`,
      on: {
        change: () =>
          store.set({ layers: toggled(store.get().layers, layer.id, box.checked) }, "panel"),
      },
    })
  );
  const number = el("span", { class: "number" });
  const only = el(
    "button",
    {
      type: "button",
      class: "only",
      "aria-label": phrase(store.get().language, "onlyThis", name),
      on: { click: () => store.set({ layers: new Set([layer.id]) }, "panel") },
    },
    phrase(store.get().language, "only"),
  );
  updates.push(() => {
    const view = store.get();
    box.checked = view.layers.has(layer.id);
    number.textContent = digits(view.language, tally(atlas, view, [layer.id]));
  });
  const force = atlas.marks.get(layer.force ?? "");
  const label = el(
    "label",
    { for: box.id },
    swatch(atlas.symbology, layer.pattern, layer.colour),
    el("span", { class: "code" }, layer.code),
    el("span", { class: "name", dir: "auto" }, ...partOf(force, atlas), name, force && articleWords(force, atlas, store)),
  );
  return el("div", { class: "row", data: { layer: layer.id } }, box, label, only, number);
}

/** The sign of a force's part. @param {Mark|undefined} force @param {Atlas} atlas @returns {(Node|string)[]} */
function partOf(force, { parts }) {
  const part = parts.find(({ id }) => id === force?.part?.id);
  return part ? [signOf(part), " "] : [];
}

/** The article's words about a force, with their modality and hedges. @param {Mark} force @param {Atlas} atlas @param {Store} store */
function articleWords({ voice }, { article }, store) {
  const say = (/** @type {string} */ key) => phrase(store.get().language, key);
  return voice?.words && el("small", {}, asQuoted(voice.words, article.language), ...manner(voice, say, article.language));
}

/** The key of the bases' line styles, with a switch for each basis. @param {Atlas} atlas @param {Store} store @param {Say} say @param {(() => void)[]} updates */
function basisKey({ symbology }, store, say, updates) {
  const rows = BASES.map((basis) => {
    const box = /** @type {HTMLInputElement} */ (
      el("input", {
        type: "checkbox",
        id: `basis-${basis}`,
        on: {
          change: () =>
            store.set({ bases: toggled(store.get().bases, basis, box.checked) }, "panel"),
        },
      })
    );
    updates.push(() => (box.checked = store.get().bases.has(basis)));
    const line = symbology.lineStyles[basis].css;
    const words = el("span", { class: "name" }, el("b", {}, say(line)), ` – ${say(`${line}Means`)}`);
    return el("div", { class: "row" }, box, el("label", { for: box.id }, lineSample(symbology, basis), words));
  });
  return el("fieldset", { class: "group" }, el("legend", {}, say("basis")), ...rows);
}

/** @param {Store} store @param {Say} say @param {(() => void)[]} updates */
function articleSwitch(store, say, updates) {
  const button = el(
    "button",
    {
      type: "button",
      role: "switch",
      id: "article-only",
      on: {
        click: () => {
          const only = articleOnly(store.get());
          store.set({ bases: new Set(only ? BASES : /** @type {Basis[]} */ (["stated"])) }, "panel");
        },
      },
    },
    el("span", { class: "knob", "aria-hidden": "true" }),
    say("articleOnly"),
  );
  updates.push(() => button.setAttribute("aria-checked", String(articleOnly(store.get()))));
  return button;
}

/** A list of the marks that have no place on the map, filled while it is open.
 * @param {string} title @param {(view: View) => Mark[]} marks
 * @param {Store} store @param {(() => void)[]} updates */
function listOf(title, marks, store, updates) {
  const summary = el("summary");
  const list = el("ul");
  const item = (/** @type {Mark} */ mark) => {
    const select = () => store.set(selection(mark), "panel");
    const name = nameIn(mark.names, store.get().language);
    return el("li", {}, el("button", { type: "button", class: "link", dir: "auto", on: { click: select } }, name));
  };
  const update = () => {
    if (list.contains(document.activeElement)) return; // so that the keyboard keeps its place
    const shown = marks(store.get());
    fill(summary, `${title} (${digits(store.get().language, shown.length)})`);
    fill(list, ...(details.open ? shown.map(item) : []));
  };
  const details = /** @type {HTMLDetailsElement} */ (el("details", { class: "group", on: { toggle: update } }, summary, list));
  updates.push(update);
  return details;
}

/** @param {Atlas} atlas @param {Store} store */
function count(atlas, store) {
  const view = store.get();
  const line = /** @type {HTMLElement} */ (document.querySelector("#layers .count"));
  line.textContent = phrase(view.language, "count", tally(atlas, view, view.layers));
}
