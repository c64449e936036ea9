/** The ends of a passage, which a person moves from clause to clause. Offsets are code points, from the passage's start. */

/** @typedef {{start: number, end: number}} Bounds @typedef {{start: number, end: number}} Cut a clause ends, the next starts */

/** Move an end inwards or outwards by a clause. @param {"["|"]"|"{"|"}"} key "[" takes the first clause off, "]" the last one;
 * "{" and "}" give them back @param {Bounds} now @param {Cut[]} cuts @param {number} length of the whole passage @returns {Bounds} */
export function moved(key, now, cuts, length) {
  const starts = [0, ...cuts.map((cut) => cut.start)];
  const ends = [...cuts.map((cut) => cut.end), length];
  const next = { ...now };
  if (key === "[") next.start = starts.find((at) => at > now.start) ?? now.start;
  if (key === "{") next.start = starts.findLast((at) => at < now.start) ?? now.start;
  if (key === "]") next.end = ends.findLast((at) => at < now.end) ?? now.end;
  if (key === "}") next.end = ends.find((at) => at > now.end) ?? now.end;
  return next.start < next.end ? next : now;
}
