/** Draws the overview, which the card shows while nothing is selected: findings, silences, dispute, source. The header has the headline. */

import { basisOf, firstOf, nameIn, selection } from "../data/atlas.js";
import { el, fill } from "../core/dom.js";
import { badge, silenceList } from "./parts.js";
import { sourceLine } from "./source.js";
import { digits } from "../core/language.js";
import { BASES } from "../core/store.js";

/** @typedef {import("./card.js").Context} Context */

/** @param {Context} context */
export function overview(context) {
  const { atlas, view, say, translate } = context;
  const rows = BASES.map((basis, at) =>
    el("li", {}, badge(basis, say), ` ${digits(view.language, atlas.claimsOn[at])} – ${say(`${basis}Means`)}`),
  );
  return [
    el("header", {}, el("h2", {}, say("said"))),
    atlas.headline && translate(atlas.headline.sentence, "p", { class: "main" }), // where the header has no room for it
    atlas.headline && translate(atlas.headline.hedge, "p", { class: "hedge" }),
    findings(context),
    silenceList(atlas.silences, context),
    dispute(context),
    el("p", { class: "source" }, `${say("source")}: `, sourceLine(context, atlas.article.source)),
    unplaced(context),
    el("p", { class: "hint" }, say("overviewHint")),
    el("ul", { class: "bases" }, ...rows),
    el("p", { class: "position seal" }, say("sealed", atlas.digest.slice(0, 12))),
    el("p", { class: "position seal", dir: "auto" }, nameIn(atlas.disclaimer, view.language)),
  ];
}

/** The marks that are not on the map, listed once they are asked for: there may be very many. @param {Context} context */
function unplaced({ atlas, store, view, say }) {
  const marks = atlas.elsewhere.filter((mark) => basisOf(mark, view.bases));
  if (!marks.length) return null;
  const item = (/** @type {import("../data/atlas.js").Mark} */ mark) => {
    const click = () => store.set(selection(mark), "panel");
    return el("li", {}, el("button", { type: "button", class: "link", dir: "auto", on: { click } }, nameIn(mark.names, view.language)));
  };
  const list = el("ul");
  const open = () => fill(list, ...marks.map(item));
  const title = `${say("group_unplaced")} (${digits(view.language, marks.length)})`;
  return el("details", { class: "group unplaced", on: { toggle: open } }, el("summary", {}, title), list);
}

/** The sentence that disputes the headline. @param {Context} context */
function dispute(context) {
  const { atlas, say } = context;
  if (!atlas.headline?.dispute) return null;
  return el("p", { class: "disputed" }, el("b", {}, `${say("disputed")}: `), ...disputed(atlas.headline.dispute, context));
}

/** The disputing sentence, as a button that selects the mark of its first claim. @param {import("../data/atlas.js").Finding} dispute @param {Context} context */
function disputed({ sentence, claims }, context) {
  const { translate } = context;
  const go = selectOnClick(claims, context);
  return [go ? el("button", { type: "button", class: "link", on: { click: go } }, translate(sentence)) : translate(sentence)];
}

/** The selection of the mark of the first of these claims that the page has; undefined without any.
 * @param {string[]} claims @param {import("../data/atlas.js").Atlas} atlas */
export function selectionOf(claims, atlas) {
  const target = firstOf(atlas, claims);
  return target && selection(target.mark, target.claim.excerpts[0]);
}

/** A function that selects the mark of the first claim that the page has; undefined without any. @param {string[]} claims @param {Context} context */
function selectOnClick(claims, { atlas, store }) {
  const target = selectionOf(claims, atlas);
  return target && (() => store.set(target, "panel"));
}

/** The findings, each a button that selects its mark: the short form first, if there is one, and the whole when asked for. @param {Context} context */
function findings(context) {
  const { atlas, view, translate } = context;
  const items = atlas.findings.map(({ sentence, short, claims }, at) => {
    const number = el("span", { class: "ordinal", "aria-hidden": "true" }, digits(view.language, at + 1));
    const texts = short
      ? [translate(short, "span", { class: "short" }), translate(sentence, "span", { class: "full" })]
      : [translate(sentence)];
    const go = el(
      "button",
      { type: "button", class: "finding", on: { click: selectOnClick(claims, context) } },
      number,
      el("span", {}, ...texts),
    );
    return el("li", {}, go, short ? inFull(context) : null);
  });
  return items.length ? el("section", { class: "findings" }, el("ol", {}, ...items)) : null;
}

/** A button that shows the finding beside it in full, or in short again. @param {Context} context */
function inFull({ say }) {
  /** @param {Event} event */
  const click = ({ currentTarget }) => {
    const button = /** @type {HTMLElement} */ (currentTarget);
    const isFull = button.parentElement?.classList.toggle("full") ?? false;
    button.setAttribute("aria-expanded", String(isFull));
  };
  return el("button", { type: "button", class: "unfold", "aria-expanded": "false", "aria-label": say("inFull"), on: { click } }, "▸");
}
