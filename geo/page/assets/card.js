/** The detail card: every claim about the selected mark, with its basis and its reasons. */

import { isShown, nameIn, selection } from "./data.js";
import { byId, el, fill, link } from "./dom.js";
import { overview } from "./overview.js";
import { badge, silenceList } from "./parts.js";
import { phrase } from "./strings.js";
import { hasMarks, paragraphAt } from "./text.js";

/**
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./data.js").Mark} Mark
 * @typedef {import("./view.js").Store} Store
 * @typedef {import("./view.js").View} View
 * @typedef {{atlas: Atlas, store: Store, view: View, say: (key: string, ...values: any[]) => string}} Context
 */

const CLAIMS = 100; // that are shown at once
const CHIPS = 50; // other marks that are named

/** @param {Atlas} atlas @param {Store} store */
export function mountCard(atlas, store) {
  const update = () => {
    const view = store.get();
    const say = (/** @type {string} */ key, /** @type {any[]} */ ...values) => phrase(view.language, key, ...values);
    const mark = atlas.marks.get(view.feature ?? "");
    const context = { atlas, store, view, say };
    fill(byId("card"), ...(mark ? card(mark, context) : overview(context)));
  };
  store.subscribe((view, before) => {
    if (view.feature !== before.feature) byId("card").scrollTop = 0;
    const same = (/** @type {(keyof View)[]} */ ...keys) => keys.every((key) => view[key] === before[key]);
    if (!same("feature", "bases", "layers", "language")) update();
    else if (!same("excerpt") && !press(view.excerpt)) update();
    if (!same("feature", "excerpt")) bringUpQuote();
  });
  update();
}

/** Scroll the card, and only the card, to the quote that is chosen. */
function bringUpQuote() {
  const claim = document.querySelector("#card .quote[aria-pressed=true]")?.closest(".claim");
  const top = claim ? claim.getBoundingClientRect().top - byId("card").getBoundingClientRect().top : 0;
  const below = top - byId("card").clientHeight / 2;
  if (top < 0 || below > 0) byId("card").scrollTop += top - 12;
}

/** Another excerpt of the same mark: its quotes stay, so that the keyboard keeps its place.
 * @param {string|null} excerpt @returns {boolean} is it, if there is one, among the quotes shown? */
function press(excerpt) {
  let found = excerpt === null;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#card .quote"))) {
    const chosen = button.dataset.excerpt === excerpt;
    button.setAttribute("aria-pressed", String(chosen));
    found ||= chosen;
  }
  return found;
}

/** @param {Mark} mark @param {Context} context */
function card(mark, context) {
  const { store, view, say } = context;
  const claims = mark.claims.filter((claim) => view.bases.has(claim.basis));
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
    notice(mark, context),
    claimList(claims, context),
    silenceList(mark.silences, say),
    el(
      "p",
      { class: "position" },
      badge(mark.position.basis, say),
      `${say("position")}: ${mark.position.note} `,
      sourceLine(context, mark.position.source),
    ),
    alsoHere(mark, context),
  ];
}

/** @param {Mark} mark @param {Context} context */
function notice(mark, { view, say }) {
  const ofArticle = mark.claims.some((claim) => claim.basis !== "background");
  if (!mark.isPlaced) return el("p", { class: "notice" }, say(ofArticle ? "noticeUnplaced" : "noticeElsewhere"));
  return isShown(mark, view) ? null : el("p", { class: "notice" }, say("noticeHidden"));
}

/** The claims, so many at once, up to the one whose quote is chosen; and a button for the next. @param {Claim[]} claims @param {Context} context */
function claimList(claims, context) {
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
  const { excerpt } = context.view;
  const chosen = excerpt === null ? -1 : claims.findIndex((claim) => claim.excerpts.includes(excerpt));
  do show();
  while (list.childElementCount <= chosen);
  return el("section", {}, list, more);
}

/** @param {Claim} claim @param {Context} context */
function claimItem(claim, context) {
  const { atlas, say } = context;
  const actor = claim.actor && atlas.actors.get(claim.actor);
  return el(
    "li",
    { class: `claim ${claim.basis}`, data: { claim: claim.id } },
    el(
      "p",
      {},
      badge(claim.basis, say),
      actor && el("abbr", { class: "code", title: nameIn(actor.names, context.view.language) }, actor.code),
      " ",
      el("span", { class: "sentence", dir: "auto" }, claim.sentence),
    ),
    asPrinted(claim, context),
    ...claim.excerpts.map((id) => quote(id, context)),
    claim.note && el("p", { class: "note", dir: "auto" }, claim.note),
    ...claim.sources.map((id) => el("p", { class: "source" }, sourceLine(context, id, claim.as_of))),
    dissent(claim, context),
  );
}

/** The verb and the hedges, in the article's own words. @param {Claim} claim @param {Context} context */
function asPrinted(claim, { atlas, say }) {
  const hedges = new Set(claim.excerpts.flatMap((id) => atlas.excerpts.get(id)?.hedges ?? []));
  if (!claim.verb && !hedges.size) return null;
  return el(
    "dl",
    { class: "printed" },
    claim.verb && el("div", {}, el("dt", {}, say("verb")), el("dd", { dir: "auto" }, `“${claim.verb}”`)),
    hedges.size > 0 && el("div", {}, el("dt", {}, say("hedge")), el("dd", { dir: "auto" }, [...hedges].map((h) => `“${h}”`).join(" · "))),
  );
}

/** An excerpt, as a button that scrolls the article to it. @param {string} id @param {Context} context */
function quote(id, { atlas, store, view, say }) {
  const excerpt = /** @type {import("./data.js").Excerpt} */ (atlas.excerpts.get(id));
  const mark = view.feature;
  return el(
    "button",
    {
      type: "button",
      class: "quote",
      "aria-pressed": String(store.get().excerpt === id), // the list may grow later
      data: { excerpt: id },
      on: { click: () => store.set({ excerpt: id, feature: mark }, "step") },
    },
    el("q", { dir: "auto", class: hasMarks(excerpt.exact) && "bare" }, excerpt.exact),
    el("small", {}, ` ${say("paragraph", paragraphAt(atlas.article.paragraphs, excerpt.start))} · ${say(excerpt.modality)}`),
  );
}

/** Where a claim comes from: publisher, title, date, grade, how far it was read.
 * @param {Context} context @param {string|undefined} id @param {string} [asOf] */
function sourceLine({ atlas, view, say }, id, asOf) {
  const source = atlas.sources.get(id ?? "");
  if (!source) return null;
  const date = source.published ?? (source.kind === "article" ? nameIn(atlas.asOf, view.language) : null);
  const parts = [source.publisher, source.via, date, source.licence].filter(Boolean);
  const grade = el(
    "details",
    { class: "grade" },
    el("summary", { "aria-label": say("gradeOf", source.grade) }, source.grade),
    `${say("gradeOf", source.grade)}: ${source.grade_reason} ${say("readHow")}: ${source.read}.`,
  );
  return el(
    "span",
    { class: "source-line" },
    grade,
    link(source.title, source.url),
    ` – ${parts.join(", ")}`,
    asOf && source.published !== asOf ? ` (${say("asOf", asOf)})` : null,
  );
}

/** The claims that contradict this one, or that it contradicts, side by side with it. @param {Claim} claim @param {Context} context */
function dissent(claim, context) {
  const { atlas, say, view } = context;
  const found = [...claim.disputes, ...atlas.disputedBy(claim.id).map((one) => one.id)]
    .flatMap((id) => atlas.claims.get(id)?.claim ?? [])
    .filter((other) => view.bases.has(other.basis));
  const others = [...new Map(found.map((other) => [other.sentence, other])).values()]; // said of several stretches
  if (!others.length) return null;
  return el(
    "div",
    { class: "dissent" },
    el("h3", {}, say("disputed")),
    el(
      "div",
      { class: "sides" },
      side(claim, context),
      ...others.map((other) => side(other, context)),
    ),
  );
}

/** @param {Claim} claim @param {Context} context */
function side(claim, context) {
  const { atlas, say } = context;
  const quoted = claim.excerpts.flatMap((id) => atlas.excerpts.get(id)?.source ?? []);
  const said = new Set([...claim.sources, ...quoted]);
  return el(
    "div",
    { class: "side" },
    badge(claim.basis, say),
    el("p", { dir: "auto" }, claim.sentence),
    ...[...said].map((id) => el("p", { class: "source" }, sourceLine(context, id, claim.as_of))),
  );
}

/** The other marks that the words of this one are a reason for. @param {Mark} mark @param {Context} context */
function alsoHere(mark, { atlas, store, view, say }) {
  const others = new Set(mark.excerpts.flatMap((id) => atlas.marksOf(id)));
  others.delete(mark);
  if (!others.size) return null;
  const buttons = [...others].slice(0, CHIPS).map((other) =>
    el(
      "button",
      { type: "button", class: "chip", dir: "auto", on: { click: () => store.set(selection(other, view.excerpt), "panel") } },
      nameIn(other.names, view.language),
    ),
  );
  return el("section", { class: "also" }, el("h3", {}, say("alsoHere")), ...buttons, others.size > CHIPS && say("rows", 1, CHIPS, others.size));
}
