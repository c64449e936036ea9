/** Mounts the line under the title that is always in view: who disputes the headline, whether control is said, and the source's worth. */

import { byId, el, fill } from "../core/dom.js";
import { sayIn } from "../core/language.js";
import { selectionOf } from "./overview.js";
import { sourceInShort } from "./source.js";
import { translator } from "../data/translation.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../core/store.js").Store} Store
 */

/** @param {Atlas} atlas @param {Store} store */
export function mountFacts(atlas, store) {
  const draw = () => {
    const view = store.get();
    const say = sayIn(view.language);
    const { translate } = translator(atlas, view.language);
    const context = { atlas, store, view, say, translate };
    fill(byId("facts"), dispute(context), control(context), source(context));
  };
  store.watch(["language"], draw);
  draw();
}

/** @typedef {import("./card.js").Context} Context */

/** Who disputes the headline, and when: a button that brings up the first such claim. @param {Context} context */
function dispute({ atlas, store, say, translate }) {
  const dispute = atlas.headline?.dispute;
  if (!dispute) return null;
  const click = () => store.set(selectionOf(dispute.claims, atlas) ?? {}, "panel");
  return el(
    "button",
    { type: "button", class: "fact dissent", on: { click } },
    el("b", {}, say("disputed")),
    el("span", { class: "detail" }, ": ", translate(dispute.short ?? dispute.sentence)),
  );
}

/** That nobody is said to control what the atlas is about, where it is silent on that. @param {Context} context */
function control({ atlas, store, say }) {
  if (!atlas.silences.some(({ about }) => about === "control")) return null;
  const click = () => {
    store.set({ feature: null, excerpt: null }, "panel");
    document.querySelector("#card .silences")?.scrollIntoView({ block: "nearest" });
  };
  return el("button", { type: "button", class: "fact", on: { click } }, el("b", {}, say("noControl")));
}

/** @param {Context} context */
function source(context) {
  const { atlas, say } = context;
  return el("span", { class: "fact" }, say("oneSource", ""), sourceInShort(context, atlas.article.source));
}
