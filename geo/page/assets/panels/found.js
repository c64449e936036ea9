/** Draws what the search has found: the entries of each group under its name, and how often the words stand in the article. */

import { nameIn } from "../data/atlas.js";
import { el } from "../core/dom.js";
import { ordinal, signOf } from "./parts.js";
import { digits, phrase } from "../core/language.js";
import { sampleOf } from "./samples.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/entries.js").Entry} Entry
 * @typedef {import("../data/search.js").Found} Found
 */

/** @param {Found} found @param {Atlas} atlas @param {string} language @param {(entry: Entry) => void} choose @param {() => void} widen shows more of the group */
export function groupRow({ group, total, entries }, atlas, language, choose, widen) {
  const id = `found-${group}`;
  const rest = total - entries.length;
  const heading = el(
    "div",
    { id, class: "head", role: "presentation" },
    `${phrase(language, `find_${group}`)} (${digits(language, total)})`,
  );
  const options = entries.map((entry) => option(`${id}-${entry.at}`, () => choose(entry), ...content(entry, atlas, language)));
  const more = rest > 0 && option(`${id}-more`, widen, el("span", { class: "of" }, phrase(language, "more", rest)));
  return el("div", { role: "group", "aria-labelledby": id }, heading, ...options, more);
}

/** @param {string} id @param {() => void} click @param {(Node|string|null|undefined|false)[]} children */
const option = (id, click, ...children) => el("div", { role: "option", id, on: { mousedown: keepFocus, click } }, ...children);

const keepFocus = (/** @type {Event} */ event) => event.preventDefault();

/** Its sign on the map, its name or sentence, what that is about, its kind. @param {Entry} entry @param {Atlas} atlas @param {string} language */
function content({ group, names, of, detail, at }, atlas, language) {
  const about = of && el("bdi", { class: "of" }, nameIn(of, language));
  return [
    group === "layers" && sampleOf(atlas.layers[at], atlas),
    group === "parts" && signOf(atlas.parts[at]),
    group === "findings" && ordinal(digits(language, at + 1)),
    el("span", { class: "text" }, el("bdi", {}, nameIn(names, language)), about),
    detail && el("small", {}, phrase(language, detail)),
  ];
}

/** The last row: the number of matches in the article; null where the query is too short to be looked for.
 * @param {number|undefined} count @param {string} language @param {() => void} go */
export function articleRow(count, language, go) {
  if (count === undefined) return null;
  const text = phrase(language, "foundInText", count);
  const row = count ? option("found-words", go, text) : el("div", { class: "head", role: "presentation" }, text);
  return el(
    "div",
    { role: count ? "group" : "presentation", "aria-label": count && phrase(language, "article"), class: "in-article" },
    row,
  );
}
