/** Copies a citation of the chosen excerpt to the clipboard. */

import { nameIn } from "../data/atlas.js";
import { copy } from "../core/copy.js";
import { byId } from "../core/dom.js";
import { dateOf } from "./source.js";
import { phrase, sayIn } from "../core/language.js";
import { quoted, whereIs } from "../core/text.js";
import { sentenceIn } from "../data/translation.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {import("../core/store.js").View} View
 */

/** @param {Atlas} atlas @param {Store} store @param {() => string} link to the view as it is now */
export function mountCite(atlas, store, link) {
  const button = byId("copy-citation");
  button.addEventListener("click", () => copy(store, citation(atlas, store.get(), link())));
  const name = () => (button.textContent = phrase(store.get().language, "copyCitation"));
  store.watch(["language"], name);
  name();
}

/**
 * The chosen excerpt with its source, paragraph and seal, the chosen mark, and the link; "" without an excerpt.
 * @param {Atlas} atlas @param {View} view @param {string} link
 */
export function citation(atlas, { excerpt: id, feature, language }, link) {
  const excerpt = atlas.excerpts.get(id ?? "");
  const mark = atlas.marks.get(feature ?? "");
  const source = atlas.sources.get(excerpt?.source ?? "");
  if (!excerpt || !source) return "";
  const { paragraphs, sha256 } = atlas.article;
  const say = sayIn(language);
  const genre = source.genre && sentenceIn(source.genre, language, atlas.article.language).text;
  const place = whereIs(paragraphs, excerpt.start, say);
  const printed = [source.author, source.title, genre, source.publisher, dateOf(source, language, say), place].filter(Boolean).join(", ");
  const shown = mark && `${nameIn(mark.names, language)} [${mark.id}]`;
  const from = [nameIn(atlas.title, language), shown, nameIn(atlas.asOf, language)].filter(Boolean).join(", ");
  return `${quoted(excerpt.exact)} — ${printed} (sha256 ${sha256.slice(0, 12)}). ${from}. ${link}`;
}
