/** Mounts the reading pane: the whole article, with its excerpts marked and linked to the map. */

import { blocksOf } from "./lazy.js";
import { centre, highlightMatches } from "./scroll.js";
import { actorsOf, isShown, subjectsOf } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { NOTHING } from "../map/hover.js";
import { hueOf, pager, updatePager } from "../panels/parts.js";
import { digits, directionOf, phrase } from "../core/language.js";
import { pieces } from "../core/text.js";
import { stepFrom, stopsOf } from "../data/stops.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../map/hover.js").Hover} Hover
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/store.js").View} View
 * @typedef {{element: HTMLElement, start: number, excerpts: string[]}} Piece
 */

/** @param {Atlas} atlas @param {Store} store @param {Hover} hover */
export function mountReader(atlas, store, hover) {
  /** @type {Piece[]} */
  const marked = [];
  const fillParagraph = (/** @type {HTMLElement} */ element, /** @type {import("../core/text.js").Span} */ span) => {
    numberParagraph(element, store.get().language);
    const fresh = markPieces(atlas, store, element, span);
    updateHighlights(atlas, store.get(), fresh);
    showHover(hover, fresh);
    marked.push(...fresh);
  };
  const reveal = blocksOf(byId("article"), atlas.article, fillParagraph, highlightMatches);
  window.addEventListener("beforeprint", () => reveal({ start: 0, end: Infinity }));
  shareHover(atlas, store, hover, marked);
  const step = stepper(atlas, store);
  const update = () => {
    updateHighlights(atlas, store.get(), marked);
    step();
  };
  Object.assign(byId("article"), { lang: atlas.article.language, dir: directionOf(atlas.article.language) });
  keepInSight(store, marked);
  store.subscribe(update);
  store.watch(["language"], ({ language }) => {
    for (const paragraph of paragraphsIn(byId("article"))) numberParagraph(paragraph, language);
  });
  store.watch(["feature", "excerpt"], (view, _, cause) => {
    if (!view.excerpt) return;
    const excerpt = atlas.excerpts.get(view.excerpt);
    if (excerpt) reveal(excerpt);
    showExcerpt(marked, view.excerpt, cause !== "text");
  });
  update();
}

/** @param {HTMLElement} pane @returns {NodeListOf<HTMLElement>} those that are laid out */
const paragraphsIn = (pane) => pane.querySelectorAll("[data-paragraph]");

/** Number a paragraph, in the margin, in the reader's digits. @param {HTMLElement} paragraph @param {string} language */
function numberParagraph({ dataset }, language) {
  if (dataset.paragraph) dataset.number = digits(language, dataset.paragraph);
}

/** Fill a paragraph, its excerpts marked. @param {Atlas} atlas @param {Store} store @param {HTMLElement} paragraph
 * @param {import("../core/text.js").Span} span @returns {Piece[]} */
function markPieces(atlas, store, paragraph, { start, end }) {
  /** @type {Piece[]} */
  const marked = [];
  const children = pieces(atlas.excerptsIn(start, end), start, end).map((piece) => {
    const words = atlas.article.text.slice(piece.start, piece.end);
    if (!piece.excerpts.length) return words;
    const element = pieceOf(atlas, store, piece, words);
    marked.push({ element, ...piece });
    return element;
  });
  fill(paragraph, ...children);
  return marked;
}

/** @param {Atlas} atlas @param {Store} store @param {import("../core/text.js").Piece} piece @param {string} words */
function pieceOf(atlas, store, piece, words) {
  const [first] = piece.excerpts;
  const actors = actorsOf(atlas, first);
  const choose = () => select(atlas, store, piece.excerpts);
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  };
  const element = el(
    "span",
    {
      class: piece.excerpts.length > 1 ? "piece both" : "piece",
      // a blank or a comma between two excerpts has no name that a screen reader could say
      ...(/[\p{L}\p{N}]/u.test(words) && { role: "button", tabindex: "0" }),
      on: { click: choose, keydown: press },
    },
    words,
  );
  const hue = actors.length && hueOf(actors[0], atlas);
  if (hue) element.style.setProperty("--c", hue);
  return element;
}

/**
 * Select an excerpt and a mark that it speaks of: the selected mark if that is one, else a visible mark, a mark of
 * the excerpt's actors first. Clicking words of two excerpts again selects the other excerpt.
 * @param {Atlas} atlas @param {Store} store @param {string[]} excerpts
 */
function select(atlas, store, excerpts) {
  const view = store.get();
  const next = excerpts[(excerpts.indexOf(view.excerpt ?? "") + 1) % excerpts.length];
  const marks = subjectsOf(atlas, next);
  const actors = new Set(actorsOf(atlas, next).map((actor) => actor.id));
  const seen = marks.filter((m) => m.isOnMap && isShown(m, view));
  const mark =
    marks.find((m) => m.id === view.feature) ??
    seen.find((m) => actors.has(m.layer)) ??
    seen[0] ??
    marks.find((m) => m.isOnMap && actors.has(m.layer)) ??
    marks.find((m) => m.isOnMap) ??
    marks[0];
  store.set({ excerpt: next, feature: mark?.id ?? null }, "text");
}

/** Show which pieces have visible marks, which belong to the selected mark, and which are selected.
 * @param {Atlas} atlas @param {View} view @param {Piece[]} marked */
function updateHighlights(atlas, view, marked) {
  const hasShownMark = (/** @type {string} */ id) => atlas.marksOf(id).some((mark) => !mark.isOnMap || isShown(mark, view));
  const own = new Set(atlas.marks.get(view.feature ?? "")?.excerpts);
  for (const { element, excerpts } of marked) {
    element.classList.toggle("lit", excerpts.some(hasShownMark));
    element.classList.toggle(
      "own",
      excerpts.some((id) => own.has(id)),
    );
    element.classList.toggle("chosen", excerpts.includes(view.excerpt ?? ""));
  }
}

/** Scroll to an excerpt, and flash it. @param {Piece[]} marked @param {string} excerpt @param {boolean} scroll */
function showExcerpt(marked, excerpt, scroll) {
  const quoted = marked.filter(({ excerpts }) => excerpts.includes(excerpt)).sort((a, b) => a.start - b.start);
  if (scroll && quoted.length) centre(() => quoted[0].element.getBoundingClientRect());
  for (const { element } of quoted) {
    element.classList.remove("flash");
    void element.offsetWidth; // starts the animation anew
    element.classList.add("flash");
  }
}

/** Bring the chosen words up again when the article comes into sight, or changes its height much. @param {Store} store @param {Piece[]} marked */
function keepInSight(store, marked) {
  let height = 0;
  new ResizeObserver(() => {
    const { clientHeight } = byId("article");
    const isAnother = Math.abs(clientHeight - height) > 40;
    height = clientHeight;
    const { excerpt } = store.get();
    if (isAnother && height && excerpt) showExcerpt(marked, excerpt, true);
  }).observe(byId("article"));
}

/** Share the hover state with the map: pointing at words shows their marks there, pointing at marks shows their words here.
 * @param {Atlas} atlas @param {Store} store @param {Hover} hover @param {Piece[]} marked */
function shareHover(atlas, store, hover, marked) {
  const at = (/** @type {EventTarget|null} */ target) => marked.find(({ element }) => element === target);
  const point = (/** @type {Event} */ { target }) => {
    const piece = at(target) ?? at(document.activeElement); // words that scroll below a pointer at rest take nothing from the keyboard
    const excerpts = piece?.excerpts.slice(0, 1) ?? [];
    const marks = excerpts.flatMap((id) => subjectsOf(atlas, id)).filter((mark) => isShown(mark, store.get()));
    hover.set({ marks: marks.map((mark) => mark.id), excerpts });
  };
  for (const event of ["mouseover", "focusin"]) byId("article").addEventListener(event, point);
  for (const event of ["mouseleave", "focusout"]) byId("article").addEventListener(event, () => hover.set(NOTHING));
  hover.subscribe(() => showHover(hover, marked));
}

/** Show the words of the mark or excerpt that is pointed at. @param {Hover} hover @param {Piece[]} marked */
function showHover(hover, marked) {
  const pointed = hover.get().excerpts;
  for (const { element, excerpts } of marked) {
    element.classList.toggle(
      "hovered",
      excerpts.some((id) => pointed.includes(id)),
    );
  }
}

/** "Excerpt 2 of 3", and the buttons along the itinerary. They are made once, so that the keyboard keeps its place.
 * @param {Atlas} atlas @param {Store} store @returns {() => void} updates the stepper */
function stepper(atlas, store) {
  const step = (/** @type {1|-1} */ by) => stepFrom(atlas, store.get(), by);
  const { previous, status, next } = pager((by) => store.set(step(by) ?? {}, "step"));
  byId("stepper").prepend(previous, status, next);
  return () => {
    const view = store.get();
    const mark = atlas.marks.get(view.feature ?? "");
    const own = mark?.excerpts ?? [];
    const at = own.indexOf(view.excerpt ?? "");
    byId("stepper").hidden = at < 0;
    if (at < 0) return;
    const stops = stopsOf(atlas, view);
    const stop = mark ? stops.indexOf(mark) : -1;
    fill(
      status,
      phrase(view.language, "excerptOf", at + 1, own.length),
      stop >= 0 && el("small", {}, ` – ${phrase(view.language, "stopOf", stop + 1, stops.length)}`),
    );
    previous.setAttribute("aria-label", phrase(view.language, "previous"));
    next.setAttribute("aria-label", phrase(view.language, "next"));
    updatePager(previous, next, !step(-1), !step(1));
  };
}
