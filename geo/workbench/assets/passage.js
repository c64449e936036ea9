/** The card of a passage: the sentence with its ends, which clause keys move; hedges and cue words are lit. */

import { el } from "../../page/assets/core/dom.js";
import { get } from "./bench.js";
import { command, decisions, reasonOf } from "./parts.js";
import { say } from "./words.js";

/** @param {import("./items.js").Item} item */
export function passageCard(item) {
  return el(
    "div",
    { class: "card" },
    reasonOf(item),
    quoteOf(item),
    el(
      "div",
      { class: "commands" },
      ...decisions(item),
      ...(item.record || !item.proposal?.cuts?.length ? [] : ENDS.map(([key, says]) => command(key, say(says)))),
    ),
  );
}

const ENDS = [
  ["[", "benchStartOn"],
  ["]", "benchEndBack"],
  ["{", "benchStartBack"],
  ["}", "benchEndOn"],
];

/** @param {import("./items.js").Item} item */
function quoteOf(item) {
  const excerpt = item.record && get().draft?.excerpt[item.record];
  const [text, cut] = excerpt ? [excerpt.exact, null] : [item.proposal?.quote ?? item.name, get().bounds[item.id]];
  const points = [...text];
  const { start, end } = cut ?? { start: 0, end: points.length };
  const part = (/** @type {number} */ from, /** @type {number} */ to) => points.slice(from, to).join("");
  const lit = [...(item.proposal?.hedges ?? []), ...(item.proposal?.cues ?? []).map(({ words }) => words)];
  return el(
    "blockquote",
    { dir: "auto" },
    el("s", {}, part(0, start)),
    ...litIn(part(start, end), lit),
    el("s", {}, part(end, points.length)),
  );
}

/** A text with words lit in it. @param {string} text @param {string[]} words @returns {(string|HTMLElement)[]} */
export function litIn(text, words) {
  const known = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length);
  if (!known.length) return [text];
  const pattern = new RegExp(`(${known.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "g");
  return text.split(pattern).map((piece, index) => (index % 2 ? el("mark", {}, piece) : piece));
}
