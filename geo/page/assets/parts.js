/** Pieces that more than one panel shows. */

import { el } from "./dom.js";

/** @typedef {(key: string, ...values: any[]) => string} Say */

/** @param {string} basis @param {Say} say */
export const badge = (basis, say) => el("span", { class: `badge ${basis}` }, say(basis));

/** @param {import("./data.js").Silence[]} silences @param {Say} say */
export function silenceList(silences, say) {
  if (!silences.length) return null;
  const items = silences.map((silence) => el("li", { dir: "auto" }, silence.sentence));
  return el("section", { class: "silences" }, el("h3", {}, say("silent")), el("ul", {}, ...items));
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
