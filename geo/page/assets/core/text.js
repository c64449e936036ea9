/**
 * Offsets and spans of a source text. The atlas counts code points, JavaScript
 * UTF-16 units: they part ways at the first character beyond U+FFFF.
 *
 * @typedef {{start: number, end: number}} Span
 * @typedef {Span & {number: number|null}} Paragraph
 * @typedef {{start: number, end: number, excerpts: string[]}} Piece
 *   a run of text, in UTF-16 units, covered by the same excerpts throughout
 */

/** Map code-point offsets to UTF-16 offsets. @param {string} text @returns {(offset: number) => number} */
export function utf16Offsets(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const at = [0];
  for (const character of text) at.push(at[at.length - 1] + character.length);
  return (offset) => at[Math.min(offset, at.length - 1)];
}

/**
 * The lines of a text that aren’t blank, with their numbers: from 1 through the body, 0 for the
 * headline, null outside (geo/atlas/source_text.py counts).
 * @param {string} text @param {(number|null)[]} numbers @returns {Paragraph[]}
 */
export function paragraphs(text, numbers) {
  /** @type {Paragraph[]} */
  const found = [];
  for (let start = 0, end; start <= text.length; start = end + 1) {
    end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (text.slice(start, end).trim()) found.push({ start, end, number: numbers[found.length] });
  }
  return found;
}

/** Do words bring quotation marks of their own? They are sealed: then none are put round them (geo/atlas/anchoring.py). @param {string} words */
export const hasMarks = (words) => /^[“"„«]|[”"“»]$/.test(words);

/** Words in quotation marks, but for those that bring their own. @param {string} words */
export const quoted = (words) => (hasMarks(words) ? words : `“${words}”`);

const ISOLATES = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;
const RTL_LETTER = /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}\u061b-\u061f\u200f]/u;

/** Does the first letter that has a direction read from right to left? (Unicode Standard Annex 9, rules P2 and P3;
 * as geo/text/bidi.py has it.) @param {string} text */
export function isRtlText(text) {
  const [first] = text.replace(ISOLATES, "").match(/[\p{L}\u061b-\u061f\u200e\u200f]/u) ?? [""];
  return RTL_LETTER.test(first);
}

/** The number of the paragraph that holds an offset. @param {Paragraph[]} found @param {number} offset */
export const paragraphAt = (found, offset) => found.find(({ end }) => offset < end)?.number ?? null;

/** Where words stand, as a reader counts: a paragraph of the body, the headline, or outside of both.
 * @param {Paragraph[]} found @param {number} offset @param {(key: string, ...values: any[]) => string} say */
export function whereIs(found, offset, say) {
  const number = paragraphAt(found, offset);
  return number ? say("paragraph", number) : say(number === 0 ? "headline" : "outsideBody");
}

/**
 * Cut [start, end) where an excerpt begins or ends, so that overlapping excerpts
 * can both be shown. The shortest excerpt of a piece comes first: it is the one a
 * click means.
 * @param {{id: string, start: number, end: number}[]} spans
 * @param {number} start @param {number} end @returns {Piece[]}
 */
export function pieces(spans, start, end) {
  const inside = spans.filter((span) => span.start < end && span.end > start);
  const cuts = new Set([start, end]);
  for (const span of inside) {
    cuts.add(Math.max(span.start, start)).add(Math.min(span.end, end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const byLength = inside.sort((a, b) => a.end - a.start - (b.end - b.start));
  return edges.slice(1).map((edge, i) => ({
    start: edges[i],
    end: edge,
    excerpts: byLength.filter((s) => s.start < edge && s.end > edges[i]).map((s) => s.id),
  }));
}
