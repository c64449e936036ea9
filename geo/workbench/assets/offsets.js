/** Code points and UTF-16 units of the article: the desk counts the first, the page the second. */

/**
 * @typedef {{units: (point: number) => number, points: (unit: number) => number}} Offsets
 * @param {string} text @returns {Offsets} a unit within a character is that at its start
 */
export function offsetsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return { units: (point) => point, points: (unit) => unit };
  const starts = [0];
  for (const character of text) starts.push(starts[starts.length - 1] + character.length);
  return { units: (point) => starts[Math.min(point, starts.length - 1)], points: (unit) => lastUpTo(starts, unit) };
}

/** The place of the last of ascending numbers that is not above a limit. @param {number[]} ascending @param {number} limit */
function lastUpTo(ascending, limit) {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ascending[middle] <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A span without white space at its ends; null where nothing else is in it.
 * @param {string} text @param {number} start @param {number} end in UTF-16 units @returns {{start: number, end: number}|null} */
export function trimmed(text, start, end) {
  const words = text.slice(start, end);
  if (!words.trim()) return null;
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
}
