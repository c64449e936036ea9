/** What the card shows while nothing is selected: how to read the map, and what the article leaves unsaid. */

import { nameIn } from "./data.js";
import { el } from "./dom.js";
import { badge, silenceList } from "./parts.js";
import { BASES } from "./view.js";

/** @param {import("./card.js").Context} context */
export function overview({ atlas, view, say }) {
  const claims = [...atlas.claims.values()].map(({ claim }) => claim);
  const rows = BASES.map((basis) => {
    const number = claims.filter((claim) => claim.basis === basis).length;
    return el("li", {}, badge(basis, say), ` ${number} – ${say(`${basis}Means`)}`);
  });
  const article = atlas.sources.get(atlas.article.source);
  return [
    el("header", {}, el("h2", {}, say("overview"))),
    el("p", { class: "hint" }, say("overviewHint")),
    el("ul", { class: "bases" }, ...rows),
    silenceList(atlas.silences, say),
    article?.published_note ? el("p", { class: "position", dir: "auto" }, article.published_note) : null,
    el("p", { class: "position" }, say("seal", atlas.digest.slice(0, 12))),
    el("p", { class: "position", dir: "auto" }, nameIn(atlas.disclaimer, view.language)),
  ];
}
