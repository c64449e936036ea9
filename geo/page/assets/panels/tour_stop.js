/** Draws a stop of the guided tour in the card: a sentence, and the article's words that it rests on. */

import { selection } from "../data/atlas.js";
import { el } from "../core/dom.js";
import { digits } from "../core/language.js";
import { inQuotes, manner, ordinal, silenceList } from "./parts.js";
import { whereIs } from "../core/text.js";

/**
 * @typedef {import("./card.js").Context} Context
 * @typedef {import("../data/stops.js").TourStop} TourStop
 */

/** @param {TourStop} stop @param {Context} context @returns {(Node|null|undefined)[]} */
export function tourCard({ kind, finding }, context) {
  const { atlas, say, translate } = context;
  if (kind === "silences") return [el("h2", {}, say("silent")), silenceList(atlas.silences, context)];
  if (finding) return [sentence(finding, context), ...finding.claims.map((id) => words(id, context)), dissent(finding, context)];
  const { headline } = atlas;
  return headline
    ? [translate(headline.sentence, "h2"), translate(headline.hedge, "p", { class: "hedge" }), disputed(headline.dispute, context)]
    : [];
}

/** @param {import("../data/atlas.js").Finding} finding @param {Context} context */
function sentence(finding, { atlas, view, translate }) {
  const number = digits(view.language, atlas.findings.indexOf(finding) + 1);
  return el("h2", {}, ordinal(number), " ", translate(finding.short ?? finding.sentence));
}

/** The words of a claim as printed, with their modality and hedges; a click brings up its mark. @param {string} id @param {Context} context */
function words(id, { atlas, store, say }) {
  const target = atlas.claims.get(id);
  const excerpt = atlas.excerpts.get(target?.claim.excerpts[0] ?? "");
  if (!target || !excerpt) return null;
  const { language, paragraphs } = atlas.article;
  const click = () => store.set(selection(target.mark, excerpt.id), "step");
  return el(
    "button",
    { type: "button", class: "quote", data: { excerpt: excerpt.id }, on: { click } },
    inQuotes(excerpt.exact, language),
    el("small", {}, whereIs(paragraphs, excerpt.start, say), ...manner(target.claim, say, language)),
  );
}

/** Who disputes a finding: the headline's dispute, where the finding rests on a claim that it contradicts.
 * @param {import("../data/atlas.js").Finding} finding @param {Context} context */
function dissent({ claims }, context) {
  const dispute = context.atlas.headline?.dispute;
  const isDisputed = claims.some((id) =>
    context.atlas.relationsTo(id).some(({ claim, relation }) => relation.kind === "contradicts" && dispute?.claims.includes(claim.id)),
  );
  return isDisputed ? disputed(dispute, context) : null;
}

/** @param {import("../data/atlas.js").Finding|undefined} dispute @param {Context} context */
const disputed = (dispute, { say, translate }) =>
  dispute && el("p", { class: "disputed" }, el("b", {}, `${say("disputed")}: `), translate(dispute.sentence));
