/** What the card shows while nothing is selected: how to read the map, and what the article leaves unsaid. */

import { nameIn, selection } from "./data.js";
import { el } from "./dom.js";
import { badge, silenceList } from "./parts.js";
import { BASES } from "./view.js";

/** @param {import("./card.js").Context} context */
export function overview(context) {
  const { atlas, view, say } = context;
  const rows = BASES.map((basis, at) => el("li", {}, badge(basis, say), ` ${atlas.claimsOn[at]} – ${say(`${basis}Means`)}`));
  const article = atlas.sources.get(atlas.article.source);
  return [
    el("header", {}, el("h2", {}, say("overview"))),
    el("p", { class: "hint" }, say("overviewHint")),
    findings(context),
    silenceList(atlas.silences, say),
    el("ul", { class: "bases" }, ...rows),
    article?.published_note ? el("p", { class: "position", dir: "auto" }, article.published_note) : null,
    el("p", { class: "position seal" }, say("seal", atlas.digest.slice(0, 12))),
    el("p", { class: "position seal", dir: "auto" }, nameIn(atlas.disclaimer, view.language)),
  ];
}

/** What the article says, in few claims, each a way to its mark. @param {import("./card.js").Context} context */
function findings({ atlas, store, say }) {
  const items = atlas.findings.flatMap((id) => {
    const found = atlas.claims.get(id);
    if (!found) return [];
    const go = () => store.set(selection(found.mark, found.claim.excerpts[0]), "panel");
    return el("li", {}, el("button", { type: "button", class: "finding", dir: "auto", on: { click: go } }, found.claim.sentence));
  });
  return items.length ? el("section", { class: "findings" }, el("h3", {}, say("said")), el("ul", {}, ...items)) : null;
}
