/** Code points and UTF-16 units of the article: the desk counts the first, the page the second. */

import { utf16Offsets } from "../../page/assets/core/text.js";

/**
 * @typedef {{units: (point: number) => number, points: (unit: number) => number}} Offsets
 * @param {string} text @returns {Offsets} a unit within a character is that at its start
 */
export const offsetsOf = (text) => ({ units: utf16Offsets(text), points: (unit) => [...text.slice(0, startOf(text, unit))].length });

/** The unit at which a character begins. @param {string} text @param {number} unit */
const startOf = (text, unit) => (/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(unit - 1, 0), unit + 1)) ? unit - 1 : unit);

/** A span without white space at its ends; null where nothing else is in it.
 * @param {string} text @param {number} start @param {number} end in UTF-16 units @returns {{start: number, end: number}|null} */
export function trimmed(text, start, end) {
  const words = text.slice(start, end);
  if (!words.trim()) return null;
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
}
