/** Draws a claim on the card: its sentence, the printed words and how they are said, its evidence, and related claims. */

import { selection, sourceOf } from "../data/atlas.js";
import { el } from "../core/dom.js";
import { asQuoted, badge, inQuotes } from "./parts.js";
import { sourceLine } from "./source.js";
import { dateIn } from "../core/language.js";
import { whereIs } from "../core/text.js";

/**
 * @typedef {import("./card.js").Context} Context
 * @typedef {import("../data/atlas.js").Claim} Claim
 * @typedef {{key: string, claim: Claim, relation: import("../data/atlas.js").Relation}} Tie a related claim, and the key of the relation's name
 */

/** @param {Claim} claim @param {Context} context */
export function claimItem(claim, context) {
  const { say, store, translate } = context;
  return el(
    "li",
    { class: `claim ${claim.basis}`, data: { claim: claim.id }, "aria-current": store.get().claim === claim.id && "true" },
    el("p", {}, badge(claim.basis, say), translate(claim.sentence, "span", { class: "sentence" })),
    asPrinted(claim, context),
    premises(claim, context),
    ...claim.excerpts.map((id) => quote(id, context)),
    claim.note && translate(claim.note, "p", { class: "note" }),
    times(claim, context),
    claim.source && el("p", { class: "source" }, sourceLine(context, claim.source)),
    ...ties(claim, context),
  );
}

/** The printed words, their modality, and their hedges as printed. @param {Claim} claim @param {Context} context */
function asPrinted({ words, modality, hedges }, { atlas, say }) {
  const quoted = (/** @type {string} */ words) => asQuoted(words, atlas.article.language);
  const row = (/** @type {string} */ key, /** @type {(Node|string)[]} */ ...children) =>
    el("div", {}, el("dt", {}, say(key)), el("dd", {}, ...children));
  const rows = [
    words && row("words", quoted(words), ...(modality ? [` · ${say(modality)}`] : [])),
    hedges.length > 0 && row("hedge", ...hedges.flatMap((hedge, at) => [at ? say("comma") : "", quoted(hedge)])),
  ];
  return rows.some(Boolean) ? el("dl", { class: "printed" }, ...rows) : null;
}

/** The claims that a claim is inferred from, each a button that selects its mark. @param {Claim} claim @param {Context} context */
function premises({ from }, { atlas, store, say, translate }) {
  const buttons = from.flatMap((id) => {
    const premise = atlas.claims.get(id);
    if (!premise) return [];
    const go = () => store.set(selection(premise.mark, premise.claim.excerpts[0]), "panel");
    return el("li", {}, el("button", { type: "button", class: "link", on: { click: go } }, translate(premise.claim.sentence)));
  });
  return buttons.length ? el("div", { class: "premises" }, el("h4", {}, say("inferredFrom")), el("ul", {}, ...buttons)) : null;
}

/** The times of a claim, where they are given: of the fact, and of the statement. @param {Claim} claim @param {Context} context */
function times({ at, said }, { say, view }) {
  const words = [
    at && `${say("refersTo")}: ${dateIn(view.language, at)}`,
    said && `${say("saidOn")}: ${dateIn(view.language, said)}`,
  ].filter(Boolean);
  return words.length ? el("p", { class: "source" }, words.join(" – ")) : null;
}

/** An excerpt, as a button that scrolls the article to it. @param {string} id @param {Context} context */
function quote(id, { atlas, store, view, say, translate }) {
  const excerpt = /** @type {import("../data/atlas.js").Excerpt} */ (atlas.excerpts.get(id));
  const mark = view.feature;
  return el(
    "button",
    {
      type: "button",
      class: "quote",
      "aria-pressed": String(store.get().excerpt === id), // of now: a later page of the list is drawn with an older context
      data: { excerpt: id },
      on: { click: () => store.set({ excerpt: id, feature: mark }, "step") },
    },
    inQuotes(excerpt.exact, atlas.article.language),
    el("small", {}, ` ${whereIs(atlas.article.paragraphs, excerpt.start, say)}`),
    excerpt.note && el("small", { class: "reading" }, " – ", translate(excerpt.note)),
  );
}

/** The key of each relation's name, seen from the claim that has it, and from the other claim. @type {Record<string, [string, string]>} */
const TIES = {
  contradicts: ["disputes", "disputedBy"],
  supports: ["supports", "supportedBy"],
  repeats: ["repeats", "repeatedBy"],
  corrects: ["corrects", "correctedBy"],
  updates: ["updates", "updatedBy"],
};

/** The related claims: contradicting ones side by side with the claim, the others as a list. No filter hides them.
 * @param {Claim} claim @param {Context} context */
function ties(claim, context) {
  const { atlas } = context;
  const own = claim.relations.flatMap((relation) => {
    const other = atlas.claims.get(relation.to)?.claim;
    return other ? { key: TIES[relation.kind][0], claim: other, relation } : [];
  });
  const others = atlas.relationsTo(claim.id).map((related) => ({ key: TIES[related.relation.kind][1], ...related }));
  const isAgainst = (/** @type {Tie} */ { relation }) => relation.kind === "contradicts";
  const all = [...own, ...others];
  const [against, rest] = [all.filter(isAgainst), all.filter((tie) => !isAgainst(tie))];
  return [dissent(claim, against, context), list(rest, context)];
}

/** @param {Claim} claim @param {Tie[]} others @param {Context} context */
function dissent(claim, others, context) {
  if (!others.length) return null;
  const sides = others.map((other) => side(other.claim, context, other));
  return el(
    "div",
    { class: "dissent" },
    el("h3", {}, context.say("dissent")),
    el("div", { class: "sides" }, side(claim, context), ...sides),
  );
}

/** @param {Claim} claim @param {Context} context @param {Tie} [tie] */
function side(claim, context, tie) {
  const { atlas, say, translate } = context;
  return el(
    "div",
    { class: "side" },
    tie && el("p", { class: "tie" }, tieWords(tie, say)),
    badge(claim.basis, say),
    translate(claim.sentence, "p"),
    times(claim, context),
    el("p", { class: "source" }, sourceLine(context, sourceOf(claim, atlas))),
    tie?.relation.note && translate(tie.relation.note, "p", { class: "note" }),
  );
}

/** @param {Tie[]} others @param {Context} context */
function list(others, { store, atlas, say, translate }) {
  if (!others.length) return null;
  const items = others.map((tie) => {
    const target = /** @type {{mark: import("../data/atlas.js").Mark}} */ (atlas.claims.get(tie.claim.id));
    const go = () => store.set(selection(target.mark, tie.claim.excerpts[0]), "panel");
    const button = el("button", { type: "button", class: "link", on: { click: go } }, translate(tie.claim.sentence));
    return el("li", {}, `${tieWords(tie, say)}: `, button, tie.relation.note && translate(tie.relation.note, "small"));
  });
  return el("div", { class: "ties" }, el("h4", {}, say("relatedTo")), el("ul", {}, ...items));
}

/** "Disputed by · about the degree" @param {Tie} tie @param {Context["say"]} say */
const tieWords = ({ key, relation }, say) => say(key) + (relation.on ? ` · ${say("relationOn", say(`on_${relation.on}`))}` : "");
