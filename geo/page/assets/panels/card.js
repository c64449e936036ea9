/** Mounts the detail card: all claims about the selected mark, each with its basis and its evidence. */

import { claimItem } from "./claim.js";
import { isShown, nameIn, selection } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { overview } from "./overview.js";
import { badge, signOf, silenceList } from "./parts.js";
import { sourceLine } from "./source.js";
import { tourCard } from "./tour_stop.js";
import { sayIn } from "../core/language.js";
import { changed } from "../core/store.js";
import { tourOf } from "../data/stops.js";
import { translator } from "../data/translation.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Claim} Claim
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/store.js").View} View
 * @typedef {{atlas: Atlas, store: Store, view: View, say: import("../core/language.js").Say,
 *   translate: import("../data/translation.js").Translate}} Context
 */

const CLAIMS = 100; // claims that are shown at once
const CHIPS = 50; // other marks that are named at most

/** @param {Atlas} atlas @param {Store} store */
export function mountCard(atlas, store) {
  const update = () => {
    const view = store.get();
    const say = sayIn(view.language);
    const { translate, otherLanguages } = translator(atlas, view.language);
    const context = { atlas, store, view, say, translate };
    const stop = view.stop === null ? undefined : tourOf(atlas, view)[view.stop];
    const mark = atlas.marks.get(view.feature ?? "") ?? (stop?.kind === "mark" ? stop.mark : undefined); // a link may have the stop alone
    const drawn = stop && stop.kind !== "mark" ? tourCard(stop, context) : mark ? markCard(mark, context) : overview(context);
    fill(byId("card"), ...drawn, otherLanguages());
  };
  store.subscribe((view, before) => {
    if (changed(view, before, "feature", "stop")) byId("card").scrollTop = 0;
    if (changed(view, before, "feature", "bases", "layers", "language", "dark", "stop")) update();
    else if (changed(view, before, "excerpt", "claim") && !(showChosenQuote(view.excerpt) && showChosenClaim(view.claim))) update();
    if (changed(view, before, "feature", "excerpt", "claim")) scrollToChosen();
  });
  update();
}

/** Scroll the card, and only the card, to the claim that is chosen, else to that of the chosen quote. */
function scrollToChosen() {
  const pressed = ".quote[aria-pressed=true]";
  const quote = document.querySelector(`#card .claim.stated ${pressed}`) ?? document.querySelector(`#card ${pressed}`);
  const claim = document.querySelector("#card .claim[aria-current]") ?? quote?.closest(".claim");
  const top = claim ? claim.getBoundingClientRect().top - byId("card").getBoundingClientRect().top : 0;
  const below = top - byId("card").clientHeight / 2;
  if (top < 0 || below > 0) byId("card").scrollTop += top - 12;
}

/** Choose another quote on the card without drawing it anew, so that the keyboard keeps its place.
 * @param {string|null} excerpt @returns {boolean} false where the card doesn't show the excerpt's quote */
function showChosenQuote(excerpt) {
  let isThere = excerpt === null;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#card .quote"))) {
    const chosen = button.dataset.excerpt === excerpt;
    button.setAttribute("aria-pressed", String(chosen));
    isThere ||= chosen;
  }
  return isThere;
}

/** Point at another claim on the card without drawing it anew.
 * @param {string|null} claim @returns {boolean} false where the card doesn't show it */
function showChosenClaim(claim) {
  let isThere = claim === null;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#card .claim"))) {
    const chosen = item.dataset.claim === claim;
    if (chosen) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
    isThere ||= chosen;
  }
  return isThere;
}

/** @param {Mark} mark @param {Context} context */
function markCard(mark, context) {
  const { store, view, say, translate } = context;
  const close = () => {
    store.set({ feature: null, excerpt: null }, "panel");
    byId("card").focus();
  };
  return [
    el(
      "header",
      {},
      el("h2", { dir: "auto" }, nameIn(mark.names, view.language)),
      el("button", { type: "button", class: "close", "aria-label": say("close"), on: { click: close } }, "×"),
    ),
    noticeLine(mark, context),
    partLine(mark, context),
    claimList(mark, context),
    ...mark.wholes.map((whole) => ofWhole(whole, context)),
    marksNamed("stretches", mark.parts, context),
    marksNamed("membersOf", mark.members, context),
    silenceList(mark.silences ?? [], context),
    el(
      "p",
      { class: "position" },
      badge(mark.position.basis, say),
      `${say("position")}: `,
      translate(mark.position.note),
      " ",
      sourceLine(context, mark.position.source),
    ),
    articleLine(mark, context),
    alsoHere(mark, context),
  ];
}

/** @param {Mark} mark @param {Context} context */
function noticeLine(mark, { view, say }) {
  const words = [];
  const ofArticle = mark.claims.some((claim) => claim.basis !== "background");
  if (mark.holder) words.push(say(mark.isPlaced ? "saidBeside" : "saidWithin", nameIn(mark.holder.names, view.language)));
  else if (!mark.isOnMap) words.push(say(ofArticle ? "noticeUnplaced" : "noticeElsewhere"));
  if (mark.isOnMap && !isShown(mark, view)) words.push(say("noticeHidden"));
  return words.length ? el("p", { class: "notice" }, words.join(" ")) : null;
}

/** @param {Mark} mark @param {Context} context */
function partLine(mark, { atlas, view, say }) {
  const record = atlas.parts.find(({ id }) => id === mark.part?.id);
  return record ? el("p", { class: "part" }, `${say("partIn")}: `, signOf(record), " ", nameIn(record.names, view.language)) : null;
}

/** The claims about a whole that the mark is a part of, and about the marks within it, under the whole's name. @param {Mark} whole @param {Context} context */
function ofWhole(whole, context) {
  const { store, view, say } = context;
  const go = () => store.set(selection(whole), "panel");
  const name = (/** @type {Mark} */ mark) => nameIn(mark.names, view.language);
  const members = whole.members.filter((mark) => isShown(mark, view));
  return el(
    "section",
    { class: "of-whole" },
    el("h3", {}, el("button", { type: "button", class: "link", on: { click: go } }, say("saidOfWhole", name(whole)))),
    claimList(whole, context),
    ...members.flatMap((mark) => [el("h4", { dir: "auto" }, name(mark)), claimList(mark, context)]),
  );
}

/** @param {Mark} mark @param {Context} context */
function articleLine(mark, context) {
  const { atlas, view, say } = context;
  const isQuoted = [mark, ...mark.wholes].some((mark) => mark.isQuoted) && view.bases.has("stated");
  return isQuoted ? el("p", { class: "source" }, `${say("source")}: `, sourceLine(context, atlas.article.source)) : null;
}

/** The first CLAIMS claims of a mark, or as many as reach the chosen claim or quote, and a button for the next. A claim that
 * is asked for by name is there whatever the filter. @param {Mark} mark @param {Context} context */
function claimList(mark, context) {
  const { bases, claim: asked, excerpt } = context.view;
  const claims = mark.claims.filter(({ id, basis }) => bases.has(basis) || id === asked);
  const list = el("ul", { class: "claims" });
  const count = el("span");
  const next = el("button", { type: "button", class: "chip", on: { click: () => show() } }, context.say("nextRows"));
  const more = el("p", {}, count, " ", next);
  const show = () => {
    const from = list.childElementCount;
    list.append(...claims.slice(from, from + CLAIMS).map((claim) => claimItem(claim, context)));
    const shown = list.childElementCount;
    count.textContent = context.say("rows", 1, shown, claims.length);
    more.hidden = shown === claims.length;
  };
  const cites = (/** @type {Claim} */ claim) => excerpt !== null && claim.excerpts.includes(excerpt);
  const stated = claims.findIndex((claim) => claim.basis === "stated" && cites(claim));
  const quoted = stated < 0 ? claims.findIndex(cites) : stated;
  const named = claims.findIndex(({ id }) => id === asked);
  do show();
  while (list.childElementCount <= Math.max(quoted, named));
  return el("section", {}, list, more);
}

/** The other marks that rest on the same excerpts. @param {Mark} mark @param {Context} context */
function alsoHere(mark, context) {
  const others = new Set(mark.excerpts.flatMap((id) => context.atlas.marksOf(id)));
  for (const shown of [mark, ...mark.wholes, ...mark.parts]) others.delete(shown);
  return marksNamed("alsoHere", [...others], context, "also");
}

/** A section of buttons with the names of marks, each of which selects its mark. @param {string} key @param {Mark[]} marks @param {Context} context @param {string} [name] of the section */
function marksNamed(key, marks, { store, view, say }, name = "marks") {
  if (!marks.length) return null;
  const buttons = marks
    .slice(0, CHIPS)
    .map((mark) =>
      el(
        "button",
        { type: "button", class: "chip", dir: "auto", on: { click: () => store.set(selection(mark, view.excerpt), "panel") } },
        nameIn(mark.names, view.language),
      ),
    );
  return el("section", { class: name }, el("h3", {}, say(key)), ...buttons, marks.length > CHIPS && say("rows", 1, CHIPS, marks.length));
}
