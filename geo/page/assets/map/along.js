/**
 * Text along a line of the map: set beside it, at its slope, with the article's words in a serif.
 *
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {import("./geometry.js").Run} Run
 * @typedef {{texts: string[], runs: Run[], gap: number, size: number, colour: string, isRtl: boolean, quoteIn: string, number?: string}} Along texts from
 *   the longest to the shortest, "\n" between lines; what stands in quotation marks is in the language quoteIn; gap is from the line to the middle of the text's nearest line in px, above it if negative; number is a finding's
 */

import { DISC, drawDisc } from "./disc.js";
import { SANS, SERIF } from "./fonts.js";
import { overlap } from "./room.js";
import { directionOf } from "../core/language.js";
import { isRtlText } from "../core/text.js";

const STEEPEST = 0.6; // radians: steeper text makes readers turn their heads
const LEADING = 1.35; // from a line to the next, in sizes of the text
const STEP = 12; // px from one box of a text to the next
const SHARES = [0.5, 0.55, 0.45, 0.6, 0.4, 0.65, 0.35, 0.7, 0.3]; // of the line, at which a text may have its middle

/** @param {CanvasRenderingContext2D} ctx @param {Along} along @param {Frame} frame @param {{box: number[]}[]} taken boxes of what it must not lie on;
 * those of the text are added @param {string} paper @returns {(() => void)|undefined} what draws the first text that fits, if one does */
export function placeAlong(ctx, along, frame, taken, paper) {
  const line = visibleLine(along.runs, frame);
  if (!line) return undefined;
  const [x1, y1, x2, y2] = line;
  const slope = Math.atan2(y2 - y1, x2 - x1);
  if (Math.abs(slope) > STEEPEST) return undefined;
  const length = Math.hypot(x2 - x1, y2 - y1);
  for (const text of along.texts) {
    const lines = text.split("\n").map((line, at) => measured(ctx, line, along, at === 0 ? along.number : undefined));
    const width = Math.max(...lines.map((line) => line.width));
    for (const share of SHARES) {
      if (width > length * 2 * Math.min(share, 1 - share)) continue;
      const middles = lines.map((_, at) => {
        const gap = along.gap + along.size * LEADING * (along.gap < 0 ? at - lines.length + 1 : at);
        return [x1 + (x2 - x1) * share - gap * Math.sin(slope), y1 + (y2 - y1) * share + gap * Math.cos(slope)];
      });
      const boxes = lines.flatMap((line, at) => boxesOf(middles[at], slope, line.width, along.size));
      if (boxes.some((box) => taken.some((other) => overlap(box, other.box)))) continue;
      taken.push(...boxes.map((box) => ({ box })));
      return () => lines.forEach((line, at) => write(ctx, along, line, { at: middles[at], slope }, paper));
    }
  }
  return undefined;
}

/** @typedef {{text: string, font: string, isQuote: boolean}} Piece a part of a text in one direction */

/** The text in parts: the article's words, which stand in quotation marks, and ours. @param {string} text @param {number} size @returns {Piece[]} */
function piecesOf(text, size) {
  const parts = text.split(/(“[^”]*”)/).filter(Boolean);
  return parts.map((part) => ({
    text: part,
    isQuote: part.startsWith("“"),
    font: part.startsWith("“") ? `italic 500 ${size + 0.5}px ${SERIF}` : `600 ${size}px ${SANS}`,
  }));
}

/** @typedef {{pieces: Piece[], width: number, number?: string}} Line a line of a text, after the number if it has one
 * @param {CanvasRenderingContext2D} ctx @param {string} text @param {Along} along @param {string|undefined} number @returns {Line} */
function measured(ctx, text, { size }, number) {
  const pieces = piecesOf(text, size);
  return { pieces, number, width: pieces.reduce((sum, piece) => sum + widthOf(ctx, piece), number ? 2 * DISC + 6 : 0) };
}

/** @param {CanvasRenderingContext2D} ctx @param {Piece} piece */
function widthOf(ctx, { text, font }) {
  ctx.font = font;
  ctx.letterSpacing = "0px";
  return ctx.measureText(text).width;
}

/** Where the ends of a line are within the window, from left to right; nothing where it isn't in sight.
 * @param {Run[]} runs @param {Frame} frame */
function visibleLine(runs, { scale, left, top, visible: [minX, minY, maxX, maxY] }) {
  const points = runs.flatMap((run) =>
    Array.from({ length: run.length / 2 }, (_, at) => [run[2 * at] * scale - left, run[2 * at + 1] * scale - top]),
  );
  points.sort((a, b) => a[0] - b[0]);
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || last[0] - first[0] < 1) return undefined;
  const rise = (last[1] - first[1]) / (last[0] - first[0]);
  const at = (/** @type {number} */ x) => first[1] + (x - first[0]) * rise;
  const [from, to] = [Math.max(first[0], minX + 8), Math.min(last[0], maxX - 8)];
  if (from >= to || Math.max(at(from), at(to)) < minY || Math.min(at(from), at(to)) > maxY) return undefined;
  return [from, at(from), to, at(to)];
}

/** Boxes along a sloping line. @param {number[]} middle of it @param {number} slope @param {number} width @param {number} size */
function boxesOf([x, y], slope, width, size) {
  const count = Math.max(2, Math.ceil(width / STEP));
  return Array.from({ length: count + 1 }, (_, at) => {
    const from = -width / 2 + (width * at) / count;
    const [cx, cy] = [x + from * Math.cos(slope), y + from * Math.sin(slope)];
    return [cx - STEP / 2, cy - size * 0.6, cx + STEP / 2, cy + size * 0.6];
  });
}

/** Write the parts after each other, in the direction of the reader's language. @param {CanvasRenderingContext2D} ctx @param {Along} along
 * @param {Line} line @param {{at: number[], slope: number}} place of its middle @param {string} paper */
function write(ctx, { colour, isRtl, quoteIn }, { pieces, width, number }, { at: middle, slope }, paper) {
  ctx.save();
  ctx.translate(middle[0], middle[1]);
  ctx.rotate(slope);
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.2;
  const inOrder = isRtl ? pieces.toReversed() : pieces;
  let at = -width / 2;
  if (number) {
    drawDisc(ctx, [isRtl ? width / 2 - DISC : at + DISC, 0], number, colour, paper);
    if (!isRtl) at += 2 * DISC + 6;
  }
  for (const piece of inOrder) {
    const wide = widthOf(ctx, piece);
    ctx.direction = piece.isQuote ? directionOf(quoteIn) : isRtlText(piece.text) ? "rtl" : "ltr";
    ctx.strokeStyle = paper;
    ctx.strokeText(piece.text, at, 0);
    ctx.fillStyle = colour;
    ctx.fillText(piece.text, at, 0);
    at += wide;
  }
  ctx.restore();
}
