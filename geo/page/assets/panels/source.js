/** Where a claim comes from, in one line: title, kind of text, publisher, date, grade, how far it was read. */

import { el, link } from "../core/dom.js";
import { dateIn } from "../core/language.js";

/**
 * @typedef {import("./card.js").Context} Context
 * @typedef {import("../data/atlas.js").Source} Source
 */

/** The date as printed, else ours, else that there is none. @param {Source} source @param {string} language @param {Context["say"]} say */
export function dateOf({ published, dated }, language, say) {
  if (published) return dateIn(language, published);
  return dated ? say("datedByUs", dateIn(language, dated.at)) : say("noDate");
}

/** @param {Context} context @param {string|undefined} id */
export function sourceLine({ atlas, view, say, tell }, id) {
  const source = atlas.sources.get(id ?? "");
  if (!source) return null;
  const { genre, publisher, via, licence, dated, published } = source;
  const date = el("bdi", {}, dateOf(source, view.language, say));
  const parts = [genre && tell(genre), publisher && el("bdi", {}, publisher), via && tell(via), date, licence && el("bdi", {}, licence)];
  return el(
    "span",
    { class: "source-line" },
    grade(source, { say, tell }, !published && dated ? tell(dated.note) : null),
    link(source.title, source.url),
    ...parts.flatMap((part, at) => (part ? [at && parts.slice(0, at).some(Boolean) ? say("comma") : " – ", part] : [])),
  );
}

/** The grade, and on demand its reason, how far the source was read, and why we date it so.
 * @param {Source} source @param {Pick<Context, "say"|"tell">} context @param {HTMLElement|null} dated */
function grade(source, { say, tell }, dated) {
  const name = say("gradeOf", source.grade);
  return el(
    "details",
    { class: "grade" },
    el("summary", { "aria-label": name }, source.grade),
    ...[`${name}: `, tell(source.grade_reason), ` ${say("read")}: `, tell(source.read), ". ", dated],
  );
}
