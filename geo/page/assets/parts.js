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
