/** Draws a source as a line: grade, title, kind of text, publisher, date. */

import { el, link } from "../core/dom.js";
import { dateIn } from "../core/language.js";

/**
 * @typedef {import("./card.js").Context} Context
 * @typedef {import("../data/atlas.js").Source} Source
 */

/** The printed date, else the inferred date, else the words for no date. @param {Source} source @param {string} language @param {Context["say"]} say */
export function dateOf({ published, dated }, language, say) {
  if (published) return dateIn(language, published);
  return dated ? say("datedByUs", dateIn(language, dated.at)) : say("noDate");
}

/** @param {Context} context @param {string|undefined} id */
export function sourceLine({ atlas, view, say, translate }, id) {
  const source = atlas.sources.get(id ?? "");
  if (!source) return null;
  const { genre, publisher, via, licence, dated, published } = source;
  const date = el("bdi", {}, dateOf(source, view.language, say));
  const parts = [
    genre && translate(genre),
    publisher && el("bdi", {}, publisher),
    via && translate(via),
    date,
    licence && el("bdi", {}, licence),
  ];
  return el(
    "span",
    { class: "source-line" },
    grade(source, { say, translate }, !published && dated ? translate(dated.note) : null),
    link(source.title, source.url),
    ...parts.flatMap((part, at) => (part ? [at && parts.slice(0, at).some(Boolean) ? say("comma") : " – ", part] : [])),
  );
}

/** The source's kind and publisher, and its grade, which opens its reason. @param {Context} context @param {string} id */
export function sourceInShort({ atlas, say, translate }, id) {
  const source = atlas.sources.get(id);
  if (!source) return null;
  const { genre, publisher, dated, published } = source;
  const parts = [genre && translate(genre), publisher && el("bdi", {}, publisher)].filter(Boolean);
  const note = !published && dated ? translate(dated.note) : null;
  return el(
    "span",
    { class: "source-line" },
    ...parts.flatMap((part, at) => [at ? say("comma") : "", part]),
    ` · ${say("gradeInShort")} `,
    grade(source, { say, translate }, note),
  );
}

/** The grade, which opens to show its reason, how far the source was read, and the note on an inferred date.
 * @param {Source} source @param {Pick<Context, "say"|"translate">} context @param {HTMLElement|null} dated */
function grade(source, { say, translate }, dated) {
  const name = say("gradeOf", source.grade);
  return el(
    "details",
    { class: "grade" },
    el("summary", { "aria-label": name }, source.grade),
    ...[`${name}: `, translate(source.grade_reason), ` ${say("grades")} ${say("read")}: `, translate(source.read), ". ", dated],
  );
}
