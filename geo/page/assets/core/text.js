/**
 * Offsets and spans of a source text. The atlas counts code points, JavaScript counts UTF-16 units: the two
 * differ after the first character beyond U+FFFF.
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
  const list = [];
  for (const { 0: line, index: start } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (line.trim()) list.push({ start, end: start + line.length, number: numbers[list.length] });
  }
  return list;
}

/** Do quoted words begin or end with quotation marks of their own? Then the page adds none (geo/atlas/anchoring.py). @param {string} words */
export const hasQuotationMarks = (words) => /^[“"„«]|[”"“»]$/.test(words);

/** Words in quotation marks, but for those that bring their own. @param {string} words */
export const quoted = (words) => (hasQuotationMarks(words) ? words : `“${words}”`);

const ISOLATES = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;
const RTL_LETTER =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}\u061b-\u061f\u200f]/u;

/** Does the first letter that has a direction read from right to left? (Unicode Standard Annex 9, rules P2 and P3;
 * as geo/text/bidi.py has it.) @param {string} text */
export function isRtlText(text) {
  const [first] = text.replace(ISOLATES, "").match(/[\p{L}\u061b-\u061f\u200e\u200f]/u) ?? [""];
  return RTL_LETTER.test(first);
}

/** The number of the paragraph that holds an offset. @param {Paragraph[]} paragraphs @param {number} offset */
export const paragraphAt = (paragraphs, offset) => paragraphs.find(({ end }) => offset < end)?.number ?? null;

/** Where words stand, in the reader's language: in which paragraph of the body, in the headline, or outside of both.
 * @param {Paragraph[]} paragraphs @param {number} offset @param {import("./language.js").Say} say */
export function whereIs(paragraphs, offset, say) {
  const number = paragraphAt(paragraphs, offset);
  return number ? say("paragraph", number) : say(number === 0 ? "headline" : "outsideBody");
}

/**
 * Cut [start, end) where an excerpt begins or ends, so that overlapping excerpts
 * can both be shown. The shortest excerpt of a piece comes first, because a click
 * on the piece selects it.
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
