/** Mounts the key of the map, which is also its switchboard: a switch for each layer, for the layers of each part, and for each basis. */

import { nameIn, tally } from "../data/atlas.js";
import { partOf } from "../data/layers.js";
import { byId, el, fill } from "../core/dom.js";
import { sampleOf } from "./samples.js";
import { noteKey } from "./note_key.js";
import { signOf } from "./parts.js";
import { lineSample } from "../map/patterns.js";
import { digits, sayIn } from "../core/language.js";
import { BASES, changed, toggled } from "../core/store.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Layer} Layer
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/language.js").Say} Say
 * @typedef {{atlas: Atlas, store: Store, say: Say, updates: (() => void)[]}} Context
 *   updates are called when the view changes
 * @typedef {{id: string, name: string, sign: HTMLElement, layers: Layer[]}} Group
 */

/** Groups whose actors the reader has unfolded. @type {Set<string>} */
const unfolded = new Set();

/** @param {Atlas} atlas @param {Store} store @param {() => void} reset brings the opening view back */
export function mountLayers(atlas, store, reset) {
  /** @type {(() => void)[]} */
  let updates = [];
  const update = () => updates.forEach((run) => run());
  const draw = () => {
    updates = [];
    const say = sayIn(store.get().language);
    drawKey({ atlas, store, say, updates }, reset);
    update();
  };
  store.subscribe((view, before) => (changed(view, before, "language", "dark") ? draw() : update()));
  draw();
}

/** @param {Context} context @param {() => void} reset */
function drawKey(context, reset) {
  const { atlas, store, say, updates } = context;
  const count = el("p", { class: "count unseen", role: "status" });
  updates.push(() => (count.textContent = say("count", tally(atlas, store.get(), store.get().layers))));
  fill(
    byId("layers"),
    el("header", {}, el("h2", {}, say("show")), ...buttons(context, reset)),
    ...groupsOf(context).flatMap((group) => [groupRow(group, context), group.id === "corridor" && lineForms(context)]),
    basisKey(context),
    noteKey(context),
    count,
  );
}

/** What the corridor's line forms mean. @param {Context} context */
function lineForms({ atlas, say }) {
  if (!atlas.placed.some(({ kind }) => kind === "segment")) return null;
  const forms = ["filledMeans", "hollowMeans", "courseMeans"].map((key) => say(key));
  return el("p", { class: "forms" }, forms.join(" · "));
}

/** @param {Context} context @param {() => void} reset */
function buttons({ atlas, store, say }, reset) {
  const show = (/** @type {string[]} */ ids) => () => store.set({ layers: new Set(ids) }, "panel");
  const button = (/** @type {string} */ id, /** @type {() => void} */ click) =>
    el("button", { type: "button", class: "link", id, on: { click } }, say(id));
  const close = el(
    "button",
    { type: "button", class: "close", "aria-label": say("closeKey"), on: { click: () => byId("drawer").click() } },
    "×",
  );
  return [button("all", show(atlas.layers.map(({ id }) => id))), button("none", show([])), button("reset", reset), close];
}

/** The layers of forces by their part, and the other groups of layers. @param {Context} context @returns {Group[]} */
function groupsOf({ atlas, store, say }) {
  const { language } = store.get();
  const parts = atlas.parts.map((part) => ({
    id: part.id,
    name: nameIn(part.short ?? part.names, language),
    sign: signOf(part),
    layers: atlas.layers.filter((layer) => partOf(atlas, layer) === part),
  }));
  const [first, ...rest] = atlas.symbology.groups.map((group) => {
    const layers = atlas.layers.filter((layer) => layer.group === group && !partOf(atlas, layer));
    return { id: group, name: say(`show_${group}`), sign: layers[0] && sampleOf(layers[0], atlas), layers };
  });
  return [first, ...parts, ...rest].filter(({ layers }) => layers.length);
}

/** A group's switch, which is between on and off when its layers differ, and the layers, unfolded by a button.
 * @param {Group} group @param {Context} context */
function groupRow({ id, name, sign, layers }, context) {
  const { atlas, store, say, updates } = context;
  const ids = layers.map((layer) => layer.id);
  const box = checkbox(`group-${id}`, (on) => store.set({ layers: withAll(store.get().layers, ids, on) }, "panel"));
  const number = el("span", { class: "number" });
  const list = el("div", { class: "members-of-group", id: `layers-of-${id}` }, ...layers.toReversed().map((layer) => row(layer, context)));
  const fold = el("button", { type: "button", class: "unfold", "aria-controls": list.id, "aria-label": say("layersOf", name) }, "▸");
  const open = (/** @type {boolean} */ on) => {
    list.hidden = !on;
    fold.setAttribute("aria-expanded", String(on));
    if (on) unfolded.add(id);
    else unfolded.delete(id);
  };
  fold.addEventListener("click", () => open(list.hidden));
  open(unfolded.has(id));
  updates.push(() => {
    const view = store.get();
    const on = ids.filter((layer) => view.layers.has(layer)).length;
    box.checked = on === ids.length;
    box.indeterminate = on > 0 && on < ids.length;
    const shown = ids.filter((layer) => tally(atlas, view, [layer])).length;
    number.textContent = id === "corridor" ? "" : digits(view.language, shown);
  });
  const label = el("label", { for: box.id }, sign, el("span", { class: "name", dir: "auto" }, name));
  return el(
    "div",
    { class: "group", role: "group", "aria-label": name },
    el("div", { class: "row" }, box, label, onlyButton(name, ids, context), number, fold),
    list,
  );
}

/** @param {ReadonlySet<string>} layers @param {string[]} ids @param {boolean} on */
const withAll = (layers, ids, on) => ids.reduce((set, id) => toggled(set, id, on), layers);

/** @param {Layer} layer @param {Context} context */
function row(layer, context) {
  const { atlas, store, updates } = context;
  const name = nameIn(layer.names, store.get().language);
  const box = checkbox(`layer-${layer.id}`, (on) => store.set({ layers: toggled(store.get().layers, layer.id, on) }, "panel"));
  const number = el("span", { class: "number" });
  updates.push(() => {
    const view = store.get();
    box.checked = view.layers.has(layer.id);
    number.textContent = digits(view.language, tally(atlas, view, [layer.id]));
  });
  const label = el("label", { for: box.id }, sampleOf(layer, atlas), el("span", { class: "name", dir: "auto" }, name));
  return el("div", { class: "row", data: { layer: layer.id } }, box, label, onlyButton(name, [layer.id], context), number);
}

/** @param {string} name @param {string[]} ids @param {Context} context */
function onlyButton(name, ids, { store, say }) {
  const click = () => store.set({ layers: new Set(ids) }, "panel");
  return el("button", { type: "button", class: "only", "aria-label": say("onlyThis", name), on: { click } }, say("only"));
}

/** @param {string} id @param {(on: boolean) => void} change */
function checkbox(id, change) {
  const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", id }));
  box.addEventListener("change", () => change(box.checked));
  return box;
}

/** The key of the bases' line styles, with a switch for each basis. @param {Context} context */
function basisKey({ atlas: { symbology }, store, say, updates }) {
  const rows = BASES.map((basis) => {
    const box = checkbox(`basis-${basis}`, (on) => store.set({ bases: toggled(store.get().bases, basis, on) }, "panel"));
    updates.push(() => (box.checked = store.get().bases.has(basis)));
    const line = symbology.lineStyles[basis].css;
    const words = el("span", { class: "name" }, el("b", {}, say(basis)), ` – ${say(`${line}Means`)}`);
    return el("div", { class: "row" }, box, el("label", { for: box.id }, lineSample(symbology, basis), words));
  });
  const inShort = BASES.flatMap((basis) => [lineSample(symbology, basis), ` ${say(basis)} `]);
  return el("details", { class: "group bases-key" }, el("summary", {}, ...inShort), ...rows);
}
