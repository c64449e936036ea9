/** Pieces that more than one panel shows. */

import { el } from "../core/dom.js";
import { hasMarks } from "../core/text.js";

/**
 * @typedef {(key: string, ...values: any[]) => string} Say
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Claim} Claim
 */

/** @param {string} basis @param {Say} say */
export const badge = (basis, say) => el("span", { class: `badge ${basis}` }, say(basis));

/** @param {import("../data/atlas.js").Silence[]} silences @param {{say: Say, tell: import("../data/translation.js").Tell}} context */
export function silenceList(silences, { say, tell }) {
  if (!silences.length) return null;
  const items = silences.map((silence) => tell(silence.sentence, "li"));
  return el("section", { class: "silences" }, el("h3", {}, say("silent")), el("ul", {}, ...items));
}

/** What each part is drawn as. */
const SHAPES = { square: "■", diamond: "◆", circle: "○" };

/** The sign of a part, or of none; what it means is said beside it. @param {import("../data/atlas.js").Part|undefined} part */
export const signOf = (part) => el("span", { class: "sign", "aria-hidden": "true" }, part ? SHAPES[part.shape] : "·");

/** Words in quotation marks, but for those that bring their own. @param {string} words @param {string} language @param {string} [name] of the class */
export const inQuotes = (words, language, name = "") =>
  el("q", { class: [name, hasMarks(words) && "own-marks"].filter(Boolean).join(" "), lang: language, dir: "auto" }, words);

/** Words as printed, in their language. @param {string} words @param {string} language */
export const asQuoted = (words, language) => inQuotes(words, language, "printed-words");

/** How words are said: the modality, where it is not plain assertion, and the hedges as printed; they go where the words go.
 * @param {Claim} claim @param {Say} say @param {string} language of the article @returns {(Node|string)[]} */
export function manner({ modality, hedges }, say, language) {
  const way = modality && modality !== "asserted" ? [say(modality)] : [];
  const printed = hedges.flatMap((hedge, at) => [at ? say("comma") : way.length ? ": " : "", asQuoted(hedge, language)]);
  return way.length || printed.length ? [" · ", ...way, ...printed] : [];
}

/** Say which of two buttons can be pressed; the one that can't be any more hands the keyboard to the other.
 * @param {HTMLButtonElement} previous @param {HTMLButtonElement} next @param {boolean} atStart @param {boolean} atEnd */
export function turnable(previous, next, atStart, atEnd) {
  const focused = document.activeElement;
  previous.disabled = atStart;
  next.disabled = atEnd;
  if (focused === previous && atStart) next.focus();
  if (focused === next && atEnd) previous.focus();
}
