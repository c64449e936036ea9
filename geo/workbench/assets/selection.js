/** The words that are selected in the article, by their code points. */

import { byId } from "../../page/assets/core/dom.js";
import { get } from "./bench.js";
import { offsetsOf, trimmed } from "./offsets.js";

/** @returns {{words: string, start: number, end: number}|null} */
export function selection() {
  const [pane, chosen, draft] = [byId("article"), getSelection(), get().draft];
  if (!draft || !chosen?.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(pane, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return spanOf(draft.text, start, start + range.toString().length);
}

/** @param {string} text @param {number} start @param {number} end in UTF-16 units */
export function spanOf(text, start, end) {
  const span = trimmed(text, start, end);
  if (!span) return null;
  const { points, units } = offsetsOf(text);
  const [first, last] = [points(span.start), points(span.end)];
  const whole = units(last) < span.end ? last + 1 : last; // half of a character takes it whole
  return { words: text.slice(units(first), units(whole)), start: first, end: whole };
}
