/** Elements that more than one panel shows: badges, quotes, silences, signs of parts. */

import { el } from "../core/dom.js";
import { directionOf } from "../core/language.js";
import { isAsserted } from "../data/atlas.js";
import { hasQuotationMarks } from "../core/text.js";

/**
 * @typedef {import("../core/language.js").Say} Say
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Claim} Claim
 */

/** @param {string} basis @param {Say} say */
export const badge = (basis, say) => el("span", { class: `badge ${basis}` }, say(basis));

/** @param {import("../data/atlas.js").Silence[]} silences @param {{say: Say, translate: import("../data/translation.js").Translate}} context */
export function silenceList(silences, { say, translate }) {
  if (!silences.length) return null;
  const items = silences.map((silence) => translate(silence.sentence, "li"));
  return el("section", { class: "silences" }, el("h3", {}, say("silent")), el("ul", {}, ...items));
}

/** The sign of each shape. */
const SHAPES = { square: "■", diamond: "◆", circle: "○" };

/** The sign of a part, or of none; what it means is said beside it. @param {import("../data/atlas.js").Part|undefined} part */
export function signOf(part) {
  const sign = el("span", { class: "sign", "aria-hidden": "true" }, part ? SHAPES[part.shape] : "·");
  if (part) sign.style.color = part.hue;
  return sign;
}

/** The colour of an actor on the map: that of its layer; none for an actor without a layer in an atlas where colours say parts.
 * @param {import("../data/atlas.js").Actor} actor @param {Atlas} atlas @returns {string|undefined} */
export const hueOf = ({ id, colour }, { layers, parts }) =>
  layers.find((layer) => layer.id === id)?.colour ?? (parts.length ? undefined : colour);

/** The number of a finding, as it stands on the map and in the list. @param {string|undefined} number */
export const ordinal = (number) => number && el("span", { class: "ordinal", "aria-hidden": "true" }, number);

/** Words in quotation marks, but for those that bring their own. @param {string} words @param {string} language @param {string} [name] of the class */
export const inQuotes = (words, language, name = "") =>
  el(
    "q",
    { class: [name, hasQuotationMarks(words) && "own-marks"].filter(Boolean).join(" "), lang: language, dir: directionOf(language) },
    words,
  );

/** Words as printed, in their language. @param {string} words @param {string} language */
export const asQuoted = (words, language) => inQuotes(words, language, "printed-words");

/** The modality of a claim, where it isn't plain assertion, and its hedges as printed. They stand wherever its words stand.
 * @param {Claim} claim @param {Say} say @param {string} language of the article @returns {(Node|string)[]} */
export function manner({ modality = "asserted", hedges }, say, language) {
  const isPlain = isAsserted({ modality });
  const isWeakened = hedges.length > 0 && (isPlain || modality === "presupposed"); // "presupposed: bid" would say that the hedge is what is presupposed
  const way = [isPlain ? "" : say(modality), isWeakened ? say("hedged") : ""].filter(Boolean).join(say("comma"));
  const printed = hedges.flatMap((hedge, at) => [at ? say("comma") : ": ", asQuoted(hedge, language)]);
  return way ? [" · ", way, ...printed] : [];
}

/** How a claim is said, in a word where there is one: its modality; the hedges of what is asserted.
 * @param {Claim} claim @param {Say} say @param {string} language of the article @returns {(Node|string)[]} */
export const mannerInShort = (claim, say, language) => manner(isAsserted(claim) ? claim : { ...claim, hedges: [] }, say, language);

/** The two buttons of a pager, which step back and on; between them stands what a screen reader reads out.
 * @param {(by: 1|-1) => void} step */
export function pager(step) {
  const button = (/** @type {string} */ sign, /** @type {1|-1} */ by) =>
    /** @type {HTMLButtonElement} */ (el("button", { type: "button", on: { click: () => step(by) } }, sign));
  return { previous: button("‹", -1), status: el("span", { role: "status" }), next: button("›", 1) };
}

/** Enable or disable the two buttons of a pager. A button that gets disabled gives the focus to the other.
 * @param {HTMLButtonElement} previous @param {HTMLButtonElement} next @param {boolean} atStart @param {boolean} atEnd */
export function updatePager(previous, next, atStart, atEnd) {
  const focused = document.activeElement;
  previous.disabled = atStart;
  next.disabled = atEnd;
  if (focused === previous && atStart) next.focus();
  if (focused === next && atEnd) previous.focus();
}
