/**
 * The sheet that a picture of the map is painted from: headline, the map's place, key, source. It is laid out by the
 * browser, out of sight, so that texts break and run as they do on the page.
 */

import { isShown, nameIn } from "../data/atlas.js";
import { isNear } from "../map/cluster.js";
import { directionOf, sayIn } from "../core/language.js";
import { BASES } from "../core/store.js";
import { el } from "../core/dom.js";
import { keyOf } from "./key.js";
import { dateOf } from "../panels/source.js";
import { translator } from "../data/translation.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../core/store.js").View} View
 * @typedef {{sheet: HTMLElement, window: HTMLElement}} Sheet window: where the map goes
 */

/** @param {Atlas} atlas @param {View} view @param {import("../map/geometry.js").Frame} frame what the map shows @returns {Sheet} */
export function sheetOf(atlas, view, frame) {
  const { language } = view;
  const say = sayIn(language);
  const { translate } = translator(atlas, language);
  const { headline, onMap } = atlas;
  const shown = onMap.filter((mark) => isShown(mark, view));
  const bases = BASES.filter((basis) => view.bases.has(basis))
    .map((basis) => say(basis))
    .join(say("comma"));
  const line = (/** @type {string} */ name, /** @type {(Node|string|null|undefined|false)[]} */ ...words) =>
    el("p", { class: name, dir: "auto" }, ...words);
  const seen = shown.filter((mark) => !mark.isPlaced || isNear(mark, frame, 0)); // lists are at the map's edge when their country isn't in sight
  const place = el("div", { class: "window" });
  place.style.height = `${frame.height}px`;
  const sheet = el(
    "div",
    { class: "sheet", lang: language, dir: directionOf(language), "aria-hidden": "true" },
    line("title", nameIn(atlas.title, language)),
    line("as-of", nameIn(atlas.asOf, language)),
    headline && translate(headline.sentence, "p", { class: "headline" }),
    headline && translate(headline.hedge, "p", { class: "small" }),
    headline?.dispute && line("", el("b", {}, `${say("disputed")}: `), translate(headline.dispute.short ?? headline.dispute.sentence)),
    place,
    el("ul", { class: "key" }, ...keyOf(atlas, view, seen, say)),
    line("small", say("shownOf", seen.length, onMap.length, bases)),
    line("small", `${say("source")}: `, ...sourceOf(atlas, language, say, translate)),
    line("small", el("b", {}, nameIn(atlas.disclaimer, language))),
    line("small", say("sealed", atlas.digest.slice(0, 12))),
  );
  sheet.style.width = `${frame.width}px`;
  return { sheet, window: place };
}

/** The article's kind, publisher, title, date and grade. @param {Atlas} atlas @param {string} language @param {import("../core/language.js").Say} say
 * @param {import("../data/translation.js").Translate} translate */
function sourceOf({ sources, article }, language, say, translate) {
  const source = sources.get(article.source);
  if (!source) return [];
  const { genre, publisher, title, grade } = source;
  const parts = [genre && translate(genre), publisher, title, dateOf(source, language, say), say("gradeOf", grade)].filter(Boolean);
  return parts.flatMap((part, at) => [at ? say("comma") : "", typeof part === "string" ? el("bdi", {}, part) : part]);
}
