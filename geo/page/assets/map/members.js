/**
 * Lists of the marks that the article places only "in" a country. A list is tied to the country's name and keeps its
 * size at any zoom, because its marks have no place on the ground.
 */

import { isShown, nameIn, numberOf, selection } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { NOTHING } from "./hover.js";
import { noteBoxes } from "./note_boxes.js";
import { controlsOf, takenOf } from "./obstacles.js";
import { asQuoted, badge, mannerInShort, ordinal, signOf } from "../panels/parts.js";
import { crossesAny, nearest, overlap, roomFor, within } from "./room.js";
import { digits, directionOf, phrase, sayIn } from "../core/language.js";
import { layerOf } from "../data/layers.js";
import { changed } from "../core/store.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Holder} Holder
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("./room.js").Box} Box
 * @typedef {import("./room.js").Spot} Spot
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {{holder: Holder, element: HTMLElement, leader: HTMLElement, marks: Mark[]}} List
 * @typedef {{boxes: () => Box[], reveal: (mark: Mark) => boolean}} Members boxes are those of lists, controls and notes in the map's window;
 *   reveal says whether the list of a mark is in sight
 */

const MOST = 12; // rows of a list
const NARROW = 700; // px: on a narrower map, lists are closed until the reader opens them
const EDGE = 8; // px that lists keep from the map's edge
/** The forms that a list takes, the roomiest first. */
const FORMS = ["tall", "wide", "widest", "flat", "pill"];

/** @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {import("./hover.js").Hover} hover @param {() => void} onMoved
 * @returns {Members} */
export function mountMembers(map, atlas, store, hover, onMoved) {
  const lists = atlas.holders.map((holder) => listOf(holder, atlas)).filter(({ holder, marks }) => holder.at && marks.length);
  /** The lists that the reader has opened or closed. @type {Map<string, boolean>} */
  const asked = new Map();
  const root = el("div", { id: "members" }, ...lists.flatMap(({ leader, element }) => [leader, element]));
  for (const event of ["mousemove", "mouseover"]) root.addEventListener(event, L.DomEvent.stopPropagation);
  L.DomEvent.disableClickPropagation(root);
  L.DomEvent.disableScrollPropagation(root);
  map.getContainer().append(root);
  /** @type {Box[]} */
  let boxes = [];
  let [seen, origin] = ["", L.point(0, 0)];
  const toggle = (/** @type {List} */ list, /** @type {boolean} */ open) => {
    if (open && isNarrow(map)) for (const { holder } of lists) asked.set(holder.id, false);
    asked.set(list.holder.id, open);
    renew();
    /** @type {HTMLElement} */ (list.element.querySelector(".fold")).focus();
  };
  const draw = () => {
    for (const list of lists) drawList(list, atlas, store, hover, toggle);
    seen = "";
    arrange();
  };
  const arrange = () => {
    const { x, y } = map.getSize();
    const now = [map.getPixelBounds().getTopLeft(), map.getZoom(), x, y].join();
    if (now === seen || !x) return boxes;
    seen = now;
    origin = map.getPixelBounds().getTopLeft();
    root.style.translate = "";
    root.hidden = false;
    boxes = [...placeAll(map, atlas, store, lists, asked), ...controlsOf(map), ...noteBoxes(map, store.get())];
    return boxes;
  };
  const renew = () => {
    seen = "";
    arrange();
    onMoved();
  };
  const controls = new ResizeObserver(() => map.getSize().x && renew());
  for (const id of ["tools", "layers"]) controls.observe(byId(id)); // they change with the language, and the key opens and shuts
  follow(map, root, () => origin, arrange);
  store.subscribe((view, before) => {
    if (changed(view, before, "layers", "bases", "language", "dark")) return draw();
    if (changed(view, before, "feature")) showChosen(root, view.feature);
    if (changed(view, before, "notes")) renew();
  });
  hover.subscribe(() => showHovered(root, hover.get().marks));
  draw();
  return { boxes: arrange, reveal: (mark) => inSight(mark, lists) };
}

/** Move the lists with the map during a drag, and hide them during a zoom. @param {L.Map} map @param {HTMLElement} root
 * @param {() => L.Point} origin where the map was when they were placed @param {() => void} arrange */
function follow(map, root, origin, arrange) {
  let zooming = false;
  map.on("zoomstart", () => (root.hidden = zooming = true));
  map.on("move", () => {
    const { x, y } = origin().subtract(map.getPixelBounds().getTopLeft());
    if (!zooming) root.style.translate = `${x}px ${y}px`;
  });
  map.on("moveend resize sized", () => {
    zooming = false;
    arrange();
  });
}

/** @param {L.Map} map */
const isNarrow = (map) => map.getSize().x < NARROW;

/** @param {Holder} holder @param {Atlas} atlas @returns {List} */
function listOf(holder, atlas) {
  const element = el("section", { class: "holder", data: { holder: holder.id } });
  const marks = atlas.membersOf(holder).filter((mark) => !mark.isPlaced);
  return { holder, element, leader: el("div", { class: "leader" }), marks };
}

/** @param {List} list @param {Atlas} atlas @param {Store} store @param {import("./hover.js").Hover} hover @param {(list: List, open: boolean) => void} toggle */
function drawList(list, atlas, store, hover, toggle) {
  const { element, leader, holder, marks } = list;
  const { language } = store.get();
  const shown = marks.filter((mark) => isShown(mark, store.get()));
  element.hidden = leader.hidden = !shown.length;
  if (!shown.length) return fill(element);
  const name = phrase(language, "inHolder", nameIn(holder.names, language));
  element.dir = directionOf(language);
  element.setAttribute("aria-label", name);
  const fold = el(
    "button",
    { type: "button", class: "fold", on: { click: () => toggle(list, element.dataset.form === "pill") } },
    el("b", {}, name),
    el("span", { class: "size" }, ` (${digits(language, shown.length)})`),
    atlas.parts.length > 0 && el("span", { class: "signs" }, ...inParts(shown, atlas).map(([part]) => signOf(part))),
    el("small", {}, phrase(language, "noPlaceStated")),
    el("span", { class: "way", "aria-hidden": "true" }),
  );
  const rest = shown.length - MOST;
  const groups = inParts(shown.slice(0, MOST), atlas).map(([part, those]) =>
    el("li", {}, part && heading(part, language), el("ul", {}, ...those.map((mark) => row(mark, part, atlas, store, hover)))),
  );
  fill(element, fold, el("ul", { class: "roles" }, ...groups), rest > 0 && el("p", { class: "rest" }, phrase(language, "more", rest)));
}

/** @param {import("../data/atlas.js").Part} part @param {string} language */
function heading(part, language) {
  const element = el("p", { class: "role" }, nameIn(part.names, language));
  element.style.color = part.hue;
  return element;
}

/** The marks by part, in the order of the atlas' parts; those without a part come last. @param {Mark[]} marks @param {Atlas} atlas */
function inParts(marks, { parts }) {
  /** @type {[import("../data/atlas.js").Part|undefined, Mark[]][]} */
  const groups = [...parts, undefined].map((part) => [part, marks.filter((mark) => mark.part?.id === part?.id)]);
  return groups.filter(([, those]) => those.length);
}

/** @param {Mark} mark @param {import("../data/atlas.js").Part|undefined} part @param {Atlas} atlas @param {Store} store @param {import("./hover.js").Hover} hover */
function row(mark, part, atlas, store, hover) {
  const { language, feature, bases } = store.get();
  const say = sayIn(language);
  const { voice } = mark;
  const statement =
    bases.has("stated") && voice?.words
      ? el("span", { class: "said" }, asQuoted(voice.words, atlas.article.language), ...mannerInShort(voice, say, atlas.article.language))
      : badge(mark.claims.find(({ basis }) => bases.has(basis))?.basis ?? "inferred", say);
  const button = el(
    "button",
    {
      type: "button",
      class: "member",
      "aria-pressed": String(mark.id === feature),
      data: { mark: mark.id },
      on: {
        click: () => store.set(selection(mark), "map"),
        mouseenter: () => hover.set({ marks: [mark.id], excerpts: mark.excerpts }),
        mouseleave: () => hover.set(NOTHING),
      },
    },
    signOf(part),
    el("span", { class: "who" }, nameOf(mark, atlas, language), ordinal(numberOf(atlas, mark.claims, language))),
    statement,
  );
  return el("li", {}, button);
}

/** The actor's name alone, because the list's head names the country. @param {Mark} mark @param {Atlas} atlas @param {string} language */
function nameOf(mark, atlas, language) {
  const actor = atlas.actors.get(mark.layer) ?? layerOf(atlas, mark);
  return el("bdi", {}, nameIn(actor?.names ?? mark.names, language));
}

/** @param {HTMLElement} root @param {string|null} chosen */
function showChosen(root, chosen) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".member"))) {
    button.setAttribute("aria-pressed", String(button.dataset.mark === chosen));
  }
}

/** Show the rows of the marks that are pointed at, here or in the article. @param {HTMLElement} root @param {readonly string[]} marks */
function showHovered(root, marks) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".member"))) {
    button.classList.toggle("hovered", marks.includes(String(button.dataset.mark)));
  }
}

/** Place the lists, the longest first, each in the roomiest form that fits. @param {L.Map} map @param {Atlas} atlas @param {Store} store
 * @param {List[]} lists @param {Map<string, boolean>} asked @returns {Box[]} */
function placeAll(map, atlas, store, lists, asked) {
  const shown = lists.filter(({ element }) => !element.hidden).toSorted((a, b) => b.marks.length - a.marks.length);
  if (!shown.length) return [];
  const { x, y } = map.getSize();
  /** @type {Box} */
  const area = [EDGE, EDGE, x - EDGE, y - EDGE];
  const spots = new Map(shown.map((list) => [list, spotOf(map, list)]));
  const names = [...spots.values()].map(nameAt);
  const { taken: all, lines, firm } = takenOf(map, atlas, store.get());
  const taken = [...all, ...names];
  /** @type {Box[]} */
  const placed = [];
  for (const list of shown) {
    const [spot, { id }] = [/** @type {Spot} */ (spots.get(list)), list.holder];
    const others = { taken: [...taken, ...placed], lines, firm: [...firm, ...placed] };
    placed.push(placeList(list, spot, area, others, asked.get(id) ?? !isNarrow(map), asked.has(id)));
  }
  return placed;
}

/** The point of a holder's name, in px of the map's window. @param {L.Map} map @param {List} list @returns {Spot} */
function spotOf(map, { holder }) {
  const [lon, lat] = /** @type {[number, number]} */ (holder.at);
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  return [x, y];
}

/** About the box of a holder's name. @param {Spot} spot @returns {Box} */
const nameAt = ([x, y]) => [x - 30, y - 10, x + 30, y + 10];

/** @param {List} list @param {Spot} spot @param {Box} area @param {{taken: ArrayLike<number>[], lines: ArrayLike<number>[], firm: ArrayLike<number>[]}} others firm is what nothing may lie on
 * where it is too narrow to keep clear of all that is taken @param {boolean} open @param {boolean} wasAsked @returns {Box} */
function placeList(list, spot, area, { taken, lines, firm }, open, wasAsked) {
  const way = wayTo(spot, area);
  const far = way !== "";
  /** @type {HTMLElement} */ (list.element.querySelector(".way")).textContent = way;
  const covers = open && wasAsked; // a list that the reader opened may cover the map
  const forms = open ? FORMS.slice(0, covers ? -1 : undefined) : ["pill"];
  list.element.classList.remove("over");
  for (const form of far ? [] : forms) {
    const box = roomFor(sizeOf(list.element, form, area), spot, area, taken, lines);
    if (box) return put(list, form, box, spot, false);
  }
  const form = covers ? "tall" : "pill";
  list.element.classList.toggle("over", covers);
  const [width, height] = sizeOf(list.element, form, area);
  const about = [spot[0] - width / 2, spot[1] - height / 2, spot[0] + width / 2, spot[1] + height / 2];
  const box = within(about, area);
  if (far) return put(list, form, atEdge(box, area, taken) ?? atEdge(box, area, firm) ?? clear(box, area, firm) ?? box, spot, far);
  const free = covers ? box : (clear(box, area, taken) ?? clear(box, area, firm) ?? box);
  return put(list, form, free, spot, crossesAny(free, spot, lines));
}

/** The nearest free box along the edge of the map that a box stands at, if there is one.
 * @param {Box} box @param {Box} area @param {ArrayLike<number>[]} taken @returns {Box|undefined} */
function atEdge(box, area, taken) {
  const across = box[1] <= area[1] || box[3] >= area[3]; // along the upper or the lower edge
  const shifts = Array.from({ length: 120 }, (_, at) => (at % 2 ? -10 : 10) * Math.ceil(at / 2));
  const boxes = shifts.map((by) => /** @type {Box} */ (box.map((v, at) => v + ((at % 2 === 0) === across ? by : 0))));
  const isFree = (/** @type {Box} */ place) =>
    place.every((v, at) => (at < 2 ? v >= area[at] : v <= area[at])) && !taken.some((other) => overlap(place, other));
  return boxes.find(isFree);
}

/** The nearest free box of the same size, if there is one. @param {Box} box @param {Box} area @param {ArrayLike<number>[]} taken */
function clear(box, area, taken) {
  const isFree = (/** @type {Box} */ place) => !taken.some((other) => overlap(place, other));
  if (isFree(box)) return box;
  return roomFor([box[2] - box[0], box[3] - box[1]], [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], area, taken);
}

/** @param {HTMLElement} element @param {string} form @param {Box} area @returns {[number, number]} */
function sizeOf(element, form, area) {
  element.dataset.form = form;
  element.style.maxHeight = `${area[3] - area[1]}px`;
  element.querySelector(".fold")?.setAttribute("aria-expanded", String(form !== "pill"));
  return [element.offsetWidth, element.offsetHeight];
}

/** @param {List} list @param {string} form @param {Box} box @param {Spot} spot @param {boolean} isLoose without a leader @returns {Box} */
function put({ element, leader }, form, box, spot, isLoose) {
  element.dataset.form = form;
  element.style.left = `${Math.round(box[0])}px`; // a part of a pixel would blur it
  element.style.top = `${Math.round(box[1])}px`;
  const [x, y] = nearest(box, spot);
  const [toX, toY] = nearest(nameAt(spot), [x, y]);
  const length = isLoose ? 0 : Math.hypot(toX - x, toY - y);
  leader.hidden = length < 3;
  leader.style.cssText = `left:${x}px;top:${y}px;width:${length}px;rotate:${Math.atan2(toY - y, toX - x)}rad`;
  return box;
}

/** An arrow towards a point beyond the map's window; "" for a point within it. @param {Spot} spot @param {Box} area */
function wayTo([x, y], area) {
  if (y > area[3] + EDGE) return " ↓";
  if (y < area[1] - EDGE) return " ↑";
  return x > area[2] + EDGE ? " →" : x < area[0] - EDGE ? " ←" : "";
}

/** @param {Mark} mark @param {List[]} lists */
function inSight(mark, lists) {
  const list = lists.find(({ marks }) => marks.includes(mark));
  return Boolean(list && !list.element.hidden && !list.element.querySelector(".way")?.textContent && !byId("members").hidden);
}
