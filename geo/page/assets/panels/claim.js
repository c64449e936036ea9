/** A claim on the card: what is said, in which words and how, on what it rests, and who says otherwise. */

import { nameIn, selection } from "../data/atlas.js";
import { el } from "../core/dom.js";
import { asQuoted, badge, inQuotes } from "./parts.js";
import { sourceLine } from "./source.js";
import { dateIn } from "../core/language.js";
import { whereIs } from "../core/text.js";

/**
 * @typedef {import("./card.js").Context} Context
 * @typedef {import("../data/atlas.js").Claim} Claim
 * @typedef {{key: string, claim: Claim, relation: import("../data/atlas.js").Relation}} Tie key: how it stands to another, in words
 */

/** @param {Claim} claim @param {Context} context */
export function claimItem(claim, context) {
  const { atlas, say, tell, view } = context;
  const codes = claim.actors.flatMap((id) => {
    const actor = atlas.actors.get(id);
    return actor ? [el("abbr", { class: "code", title: nameIn(actor.names, view.language) }, actor.code), " "] : [];
  });
  return el(
    "li",
    { class: `claim ${claim.basis}`, data: { claim: claim.id } },
    el("p", {}, badge(claim.basis, say), ...codes, tell(claim.sentence, "span", { class: "sentence" })),
    asPrinted(claim, context),
    premises(claim, context),
    ...claim.excerpts.map((id) => quote(id, context)),
    claim.note && tell(claim.note, "p", { class: "note" }),
    times(claim, context),
    claim.source && el("p", { class: "source" }, sourceLine(context, claim.source)),
    ...ties(claim, context),
  );
}

/** The words, how they are said, and what hedges them, in the article's own words. @param {Claim} claim @param {Context} context */
function asPrinted({ words, modality, hedges }, { atlas, say }) {
  const quoted = (/** @type {string} */ one) => asQuoted(one, atlas.article.language);
  const row = (/** @type {string} */ key, /** @type {(Node|string)[]} */ ...said) => el("div", {}, el("dt", {}, say(key)), el("dd", {}, ...said));
  const rows = [
    words && row("words", quoted(words), ...(modality ? [` · ${say(modality)}`] : [])),
    hedges.length > 0 && row("hedge", ...hedges.flatMap((one, at) => [at ? say("comma") : "", quoted(one)])),
  ];
  return rows.some(Boolean) ? el("dl", { class: "printed" }, ...rows) : null;
}

/** The claims that this one is inferred from, each a way to its mark. @param {Claim} claim @param {Context} context */
function premises({ from }, { atlas, store, say, tell }) {
  const buttons = from.flatMap((id) => {
    const found = atlas.claims.get(id);
    if (!found) return [];
    const go = () => store.set(selection(found.mark, found.claim.excerpts[0]), "panel");
    return el("li", {}, el("button", { type: "button", class: "link", on: { click: go } }, tell(found.claim.sentence)));
  });
  return buttons.length ? el("div", { class: "premises" }, el("h4", {}, say("inferredFrom")), el("ul", {}, ...buttons)) : null;
}

/** When it was so, and when it was said, where that is given. @param {Claim} claim @param {Context} context */
function times({ at, said }, { say, view }) {
  const words = [at && `${say("refersTo")}: ${dateIn(view.language, at)}`, said && `${say("saidOn")}: ${dateIn(view.language, said)}`].filter(Boolean);
  return words.length ? el("p", { class: "source" }, words.join(" – ")) : null;
}

/** An excerpt, as a button that scrolls the article to it. @param {string} id @param {Context} context */
function quote(id, { atlas, store, view, say, tell }) {
  const excerpt = /** @type {import("../data/atlas.js").Excerpt} */ (atlas.excerpts.get(id));
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
    inQuotes(excerpt.exact, atlas.article.language),
    el("small", {}, ` ${whereIs(atlas.article.paragraphs, excerpt.start, say)}`),
    excerpt.note && el("small", { class: "reading" }, " – ", tell(excerpt.note)),
  );
}

/** What a relation is called from the claim that has it, and from the other one. @type {Record<string, [string, string]>} */
const TIES = {
  contradicts: ["disputes", "disputedBy"],
  supports: ["supports", "supportedBy"],
  repeats: ["repeats", "repeatedBy"],
  corrects: ["corrects", "correctedBy"],
  updates: ["updates", "updatedBy"],
};

/** How a claim stands to others: who says otherwise side by side with it, the rest as a list. Neither hides with a filter.
 * @param {Claim} claim @param {Context} context */
function ties(claim, context) {
  const { atlas } = context;
  const own = claim.relations.flatMap((relation) => {
    const other = atlas.claims.get(relation.to)?.claim;
    return other ? { key: TIES[relation.kind][0], claim: other, relation } : [];
  });
  const others = atlas.relationsTo(claim.id).map((one) => ({ key: TIES[one.relation.kind][1], ...one }));
  const all = [...own, ...others];
  return [
    dissent(claim, all.filter(({ relation }) => relation.kind === "contradicts"), context),
    list(all.filter(({ relation }) => relation.kind !== "contradicts"), context),
  ];
}

/** @param {Claim} claim @param {Tie[]} others @param {Context} context */
function dissent(claim, others, context) {
  if (!others.length) return null;
  const sides = others.map((other) => side(other.claim, context, other));
  return el("div", { class: "dissent" }, el("h3", {}, context.say("dissent")), el("div", { class: "sides" }, side(claim, context), ...sides));
}

/** @param {Claim} claim @param {Context} context @param {Tie} [tie] */
function side(claim, context, tie) {
  const { atlas, say, tell } = context;
  const source = claim.source ?? atlas.excerpts.get(claim.excerpts[0] ?? "")?.source;
  return el(
    "div",
    { class: "side" },
    tie && el("p", { class: "tie" }, tieWords(tie, say)),
    badge(claim.basis, say),
    tell(claim.sentence, "p"),
    times(claim, context),
    el("p", { class: "source" }, sourceLine(context, source)),
    tie?.relation.note && tell(tie.relation.note, "p", { class: "note" }),
  );
}

/** @param {Tie[]} others @param {Context} context */
function list(others, { store, atlas, say, tell }) {
  if (!others.length) return null;
  const items = others.map((tie) => {
    const found = /** @type {{mark: import("../data/atlas.js").Mark}} */ (atlas.claims.get(tie.claim.id));
    const go = () => store.set(selection(found.mark, tie.claim.excerpts[0]), "panel");
    const button = el("button", { type: "button", class: "link", on: { click: go } }, tell(tie.claim.sentence));
    return el("li", {}, `${tieWords(tie, say)}: `, button, tie.relation.note && tell(tie.relation.note, "small"));
  });
  return el("div", { class: "ties" }, el("h4", {}, say("relatedTo")), el("ul", {}, ...items));
}

/** "Disputed by · about the degree" @param {Tie} tie @param {Context["say"]} say */
const tieWords = ({ key, relation }, say) => say(key) + (relation.on ? ` · ${say("relationOn", say(`on_${relation.on}`))}` : "");
