/** Mounts the header and the footer: titles, the as-of stamp, the choice of language, the credits. */

import { nameIn } from "../data/atlas.js";
import { byId, el, fill } from "../core/dom.js";
import { directionOf, languageName, phrase } from "../core/language.js";
import { BASES, sameSet } from "../core/store.js";
import { sentenceIn } from "../data/translation.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Names} Names
 * @typedef {import("../core/store.js").Store} Store
 */

/** @param {Atlas} atlas @param {Store} store */
export function mountHeader(atlas, store) {
  const choice = languageChoice(atlas, store);
  const draw = () => {
    const { language } = store.get();
    const words = (/** @type {Names} */ names) => nameIn(names, language);
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = words(atlas.title);
    fill(byId("title"), words(atlas.title));
    subtitle(atlas, language);
    fill(byId("as-of"), words(atlas.asOf));
    fill(byId("filter"), ...filterButtons(store));
    fill(byId("foot"), el("span", { dir: "auto" }, words(atlas.disclaimer)), el("bdi", {}, credits(atlas)), sealed(atlas, language));
    choice.value = language;
    choice.setAttribute("aria-label", phrase(language, "language"));
    for (const [id, key] of PARTS) byId(id).setAttribute("aria-label", phrase(language, key));
  };
  store.watch(["language"], draw);
  store.watch(["bases"], () => pressFilter(store));
  draw();
  new ResizeObserver(() => subtitle(atlas, store.get().language)).observe(byId("top"));
}

/** Write the headline under the title if it fits whole, else the subtitle: a headline without its end could mislead.
 * @param {Atlas} atlas @param {string} language */
function subtitle({ article, headline, subtitle: names }, language) {
  const line = byId("subtitle");
  const put = (/** @type {string} */ text, /** @type {string} */ tag) => {
    fill(line, text);
    line.lang = tag;
  };
  if (headline) {
    const { text, language: tag } = sentenceIn(headline.sentence, language, article.language);
    put(text, tag);
  }
  if (!headline || line.scrollHeight > line.clientHeight + 1) put(nameIn(names, language), language);
}

/** The two-way switch between the whole map and only what the article says. @param {Store} store */
function filterButtons(store) {
  const { language, bases } = store.get();
  return FILTERS.map(({ id, shown }) => {
    const click = () => store.set({ bases: new Set(shown) }, "panel");
    return el(
      "button",
      { type: "button", id, "aria-pressed": String(sameSet(shown, bases)), on: { click } },
      phrase(language, id === "article-only" ? "articleOnly" : "wholeMap"),
    );
  });
}

/** @param {Store} store */
function pressFilter(store) {
  for (const { id, shown } of FILTERS) byId(id).setAttribute("aria-pressed", String(sameSet(shown, store.get().bases)));
}

/** @type {{id: string, shown: import("../core/store.js").View["bases"]}[]} */
const FILTERS = [
  { id: "whole-map", shown: new Set(BASES) },
  { id: "article-only", shown: new Set(["stated"]) },
];

/** The parts of the page that a screen reader names. @type {[string, string][]} */
const PARTS = [
  ["layers", "layers"],
  ["card", "details"],
  ["reader", "article"],
  ["stage", "map"],
];

/** @param {Atlas} atlas @param {Store} store */
function languageChoice(atlas, store) {
  const choice = /** @type {HTMLSelectElement} */ (byId("language"));
  fill(choice, ...atlas.languages.map((tag) => el("option", { value: tag, lang: tag }, languageName(tag))));
  choice.addEventListener("change", () => store.set({ language: choice.value }, "panel"));
  return choice;
}

/** The seal, for print alone: on the screen the overview shows it. @param {Atlas} atlas @param {string} language */
const sealed = (atlas, language) => el("span", { class: "on-paper", dir: "auto" }, phrase(language, "sealed", atlas.digest.slice(0, 12)));

/** @param {Atlas} atlas */
function credits(atlas) {
  const gazetteers = [...atlas.sources.values()].filter((source) => source.kind === "gazetteer");
  const given = gazetteers.map(({ publisher, title, licence }) =>
    [publisher ?? title, licence && `(${licence})`].filter(Boolean).join(" "),
  );
  const relief = atlas.relief ? [atlas.relief.credit] : [];
  return [...new Set(["Leaflet (BSD-2)", ...given, ...relief])].join(" · ");
}
