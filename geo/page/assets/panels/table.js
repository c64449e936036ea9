/** Mounts the table, which lists the marks of the map in the map's place, for screen readers and the keyboard. */

import { basisOf, nameIn, ownBasisOf, selection } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { extentOf } from "../map/geometry.js";
import { badge, pager, updatePager } from "./parts.js";
import { sampleOf } from "./samples.js";
import { digits, directionOf, phrase } from "../core/language.js";
import { changed } from "../core/store.js";
import { sentenceIn } from "../data/translation.js";
import { stopsOf } from "../data/stops.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Claim} Claim
 * @typedef {import("../data/atlas.js").Layer} Layer
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/store.js").View} View
 * @typedef {import("../core/language.js").Say} Say
 * @typedef {{mark: Mark, layer: Layer, basis: import("../core/store.js").Basis, claims: Claim[], whole?: Mark}} Row
 *   claims are the mark's claims that the filter lets through, those of the row's basis first; without any, the
 *   claims of a whole that the mark is a part of
 */

const ROWS = 200; // on a page
const COLUMNS = ["name", "layer", "kind", "basis", "where", "claims"];

/** @param {Atlas} atlas @param {Store} store */
export function mountTable(atlas, store) {
  const announcement = el("p", { class: "unseen", role: "status" });
  const table = el("table");
  const pages = pagesOf((by) => turn(from + by));
  fill(byId("table"), announcement, pages.element, table);
  let from = 0;
  /** @type {Say} */
  const say = (...said) => phrase(store.get().language, ...said);
  const choose = (/** @type {Row} */ { mark, claims }) => {
    store.set(selection(mark), "panel");
    announcement.textContent = say("chosen", nameIn(mark.names, store.get().language), claims.length);
  };
  const turn = (/** @type {number} */ to) => {
    from = to;
    draw();
    byId("table").scrollTop = 0;
  };
  const draw = () => {
    const focused = /** @type {HTMLElement|null} */ (table.querySelector(":focus"))?.dataset.mark;
    const { length } = stopsOf(atlas, store.get());
    from = Math.min(from, Math.floor(Math.max(0, length - 1) / ROWS) * ROWS);
    drawTable(table, atlas, store.get(), from, say, choose);
    pages.update(from, length, say);
    byId("table").dir = directionOf(store.get().language);
    byId("table").setAttribute("aria-label", say("table"));
    showChosen(table, store.get());
    if (focused) buttonOf(table, focused)?.focus();
  };
  mountSwitch(store, say, () => {
    from = pageOf(atlas, store.get()) ?? from;
    draw();
  });
  store.subscribe((view, before) => {
    if (byId("table").hidden) return; // it is drawn when it is opened
    const another = changed(view, before, "feature");
    const page = (another ? pageOf(atlas, view) : undefined) ?? from;
    if (page !== from || changed(view, before, "layers", "bases", "language", "dark")) {
      from = page;
      draw();
    } else if (another) showChosen(table, view);
  });
}

/** Mount the two buttons that choose between map and table. @param {Store} store @param {Say} say @param {() => void} open */
function mountSwitch(store, say, open) {
  const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#views button")]);
  const show = (/** @type {string} */ which) => {
    byId("stage").dataset.view = which;
    byId("table").hidden = which !== "table";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.view === which));
    if (which === "table") open();
  };
  const name = () => {
    byId("views").setAttribute("aria-label", say("shownAs"));
    for (const button of buttons) button.textContent = say(/** @type {string} */ (button.dataset.view));
  };
  for (const button of buttons) button.addEventListener("click", () => show(/** @type {string} */ (button.dataset.view)));
  store.watch(["language"], name);
  name();
  show("map");
}

/** A page of the rows of the visible marks, in the order of the itinerary.
 * @param {Atlas} atlas @param {View} view @param {number} [from] @returns {Row[]} */
export function rowsOf(atlas, view, from = 0) {
  const layers = new Map(atlas.layers.map((layer) => [layer.id, layer]));
  const page = stopsOf(atlas, view).slice(from, from + ROWS);
  return page.map((mark) => rowOf(mark, /** @type {Layer} */ (layers.get(mark.layer)), view));
}

/** @param {Mark} mark @param {Layer} layer @param {View} view @returns {Row} */
function rowOf(mark, layer, view) {
  const own = ownBasisOf(mark, view.bases);
  const basis = /** @type {import("../core/store.js").Basis} */ (own ?? basisOf(mark, view.bases));
  const whole = own ? undefined : mark.wholes.find((whole) => ownBasisOf(whole, view.bases) === basis);
  const claims = (whole ?? mark).claims.filter((claim) => view.bases.has(claim.basis));
  const first = claims.filter((claim) => claim.basis === basis);
  return { mark, layer, basis, whole, claims: [...first, ...claims.filter((claim) => claim.basis !== basis)] };
}

/** The first row of the page with the chosen mark. @param {Atlas} atlas @param {View} view */
function pageOf(atlas, view) {
  const mark = atlas.marks.get(view.feature ?? "");
  const at = mark ? stopsOf(atlas, view).indexOf(mark) : -1;
  return at < 0 ? undefined : Math.floor(at / ROWS) * ROWS;
}

/** The buttons for other pages, if there are any. They are made once, so that the keyboard keeps its place.
 * @param {(by: number) => void} turn */
function pagesOf(turn) {
  const { previous, status, next } = pager((by) => turn(by * ROWS));
  const element = el("div", { class: "pages", role: "group" }, previous, status, next);
  const update = (/** @type {number} */ from, /** @type {number} */ length, /** @type {Say} */ say) => {
    updatePager(previous, next, from === 0, from + ROWS >= length);
    previous.setAttribute("aria-label", say("previousRows"));
    next.setAttribute("aria-label", say("nextRows"));
    fill(status, say("rows", from + 1, Math.min(from + ROWS, length), length));
    element.hidden = length <= ROWS;
  };
  return { element, update };
}

/** @param {HTMLElement} table @param {Atlas} atlas @param {View} view @param {number} from @param {Say} say @param {(row: Row) => void} choose */
function drawTable(table, atlas, view, from, say, choose) {
  const rows = rowsOf(atlas, view, from);
  const heads = COLUMNS.map((column) => el("th", { scope: "col" }, say(`column_${column}`)));
  const none = el("tr", {}, el("td", { colspan: COLUMNS.length }, say("noneShown")));
  fill(
    table,
    el("caption", {}, `${say("marks")} (${digits(view.language, stopsOf(atlas, view).length)})`),
    el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, ...(rows.length ? rows.map((row) => tr(row, atlas, view, say, choose)) : [none])),
  );
}

/** @param {Row} row @param {Atlas} atlas @param {View} view @param {Say} say @param {(row: Row) => void} choose */
function tr(row, atlas, view, say, choose) {
  const { mark, layer, basis, claims, whole } = row;
  // It stands by the basis: that is of what is said of the whole, and of the stretch itself nothing is stated.
  const ofWhole = whole && el("small", {}, say("saidOfWhole", nameIn(whole.names, view.language)));
  const select = () => choose(row);
  const name = el(
    "button",
    { type: "button", class: "link", dir: "auto", data: { mark: mark.id }, on: { click: select } },
    nameIn(mark.names, view.language),
  );
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, name),
    el("td", {}, sampleOf(layer, atlas), " ", el("bdi", {}, nameIn(layer.names, view.language))),
    el("td", { dir: "auto" }, say(mark.kind)),
    el("td", {}, badge(basis, say), ofWhole),
    el("td", {}, ...whereOf(mark, atlas, view, say), stepOf(mark, atlas, say)),
    el("td", {}, `${digits(view.language, claims.length)} – `, sentence(claims[0], atlas, view)),
  );
}

/** @param {Claim} claim @param {Atlas} atlas @param {View} view */
function sentence(claim, { article }, view) {
  const { text, language } = sentenceIn(claim.sentence, view.language, article.language);
  return el("bdi", { lang: language !== view.language && language }, text);
}

/** Where a mark is: its holder, or its country, or the degrees between which it is drawn. @param {Mark} mark @param {Atlas} atlas @param {View} view @param {Say} say */
function whereOf(mark, atlas, view, say) {
  if (mark.holder) return [el("bdi", {}, nameIn(mark.holder.names, view.language))];
  if (!mark.isPlaced) return [say("stretchCount", mark.parts.length)];
  const country = atlas.basemap.countries.find(({ id }) => id === mark.country);
  if (country) return [el("bdi", {}, nameIn(country.names, view.language))];
  const [west, south, east, north] = extentOf(/** @type {import("../map/geometry.js").Shape} */ (mark.shape));
  const numbers = [degrees(south, north, "south", "north", view), degrees(west, east, "west", "east", view)];
  return numbers.map((words) => el("span", { class: "degrees" }, words));
}

/** "33.7–33.9° N" @param {number} from @param {number} to @param {string} below @param {string} above @param {View} view */
function degrees(from, to, below, above, { language }) {
  const say = (/** @type {string} */ key, /** @type {string} */ numbers) => phrase(language, key, digits(language, numbers));
  const word = (/** @type {number} */ value) => (value < 0 ? below : above);
  const number = (/** @type {number} */ value) => Math.abs(value).toFixed(1);
  if (word(from) !== word(to)) return `${say(word(from), number(from))} – ${say(word(to), number(to))}`;
  const numbers = [number(from), number(to)].sort((a, b) => Number(a) - Number(b));
  return say(word(from), [...new Set(numbers)].join("–"));
}

/** The number of a mark on its route. @param {Mark} mark @param {Atlas} atlas @param {Say} say */
function stepOf(mark, atlas, say) {
  const all = mark.route ? atlas.stepsOf(mark.route) : 0;
  return all > 1 && el("small", {}, say("stepOf", Number(mark.order), all));
}

/** @param {Element} table @param {string} mark */
const buttonOf = (table, mark) => /** @type {HTMLElement|null} */ (table.querySelector(`[data-mark="${CSS.escape(mark)}"]`));

/** Highlight the row of the chosen mark, and scroll it into the table's window. @param {Element} table @param {View} view */
function showChosen(table, view) {
  table.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const row = buttonOf(table, view.feature ?? "")?.closest("tr");
  if (!row) return;
  row.setAttribute("aria-current", "true");
  const [pane, box] = [byId("table").getBoundingClientRect(), row.getBoundingClientRect()];
  if (box.top < pane.top + 60 || box.bottom > pane.bottom) byId("table").scrollTop += box.top - pane.top - pane.height / 3;
}
