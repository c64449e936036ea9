/** Draws the notes by the briefer: paper with a rim of its own, a pencil, and words that say whose they are. */

import { blankCanvas } from "../core/dom.js";
import { boxOf, CAPTION_FONT, CAPTION_LINE, LINE, NOTE_FONT, PAD, PENCIL, wordingOf } from "./note_boxes.js";
import { spotOf } from "./places.js";
import { isRtlText } from "../core/text.js";

/**
 * @typedef {import("../data/notes.js").Note} Note
 * @typedef {import("./symbology.js").Symbology} Symbology
 * @typedef {[number, number]} Spot x, y in px
 */

const RIM = 1.5; // px
const [ARROW, CASING] = [2, 5]; // px of an arrow, and of the paper below it
const BARB = 11; // px of an arrow's head
const ROUND = 3; // px of a box's corner
const RING = 3.5; // px: the radius of the ring at a place

/** @param {() => readonly Note[]} notes @param {() => string} language @param {Symbology} symbology @returns {import("./canvas.js").Draw} */
export function drawNotes(notes, language, symbology) {
  return (ctx, { scale, left, top }) => {
    const spot = (/** @type {import("../data/notes.js").Place} */ place) => {
      const [x, y] = spotOf(place);
      return /** @type {Spot} */ ([x * scale - left, y * scale - top]);
    };
    const all = notes().map((note) => ({ note, at: spot(note.at), wording: wordingOf(note, language()) }));
    for (const { note, at, wording } of all) {
      if (note.to) drawArrow(ctx, at, spot(note.to), symbology);
      else drawStem(ctx, at, boxOf(note, wording)[3], symbology);
    }
    for (const { note, at, wording } of all) drawBox(ctx, at, boxOf(note, wording), wording, symbology);
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {Spot} from @param {Spot} to @param {Symbology} symbology */
function drawArrow(ctx, from, to, { palette, note }) {
  const way = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const [left, right] = [-0.45, 0.45].map((turn) => [to[0] - BARB * Math.cos(way + turn), to[1] - BARB * Math.sin(way + turn)]);
  ctx.lineCap = ctx.lineJoin = "round";
  for (const [colour, width] of /** @type {const} */ ([
    [palette.paper, CASING],
    [palette.note, ARROW],
  ])) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    line(ctx, [from, to], width === ARROW ? note.dash : []);
    line(ctx, [left, to, right], []);
  }
}

/** A ring at a place, and a line from there to the box above. @param {CanvasRenderingContext2D} ctx @param {Spot} at @param {number} bottom @param {Symbology} symbology */
function drawStem(ctx, [x, y], bottom, { palette }) {
  ctx.strokeStyle = palette.note;
  ctx.lineWidth = RIM;
  const [from, to] = [y - RING, y + bottom].map((height) => [x, height]);
  line(ctx, [from, to], []);
  ctx.beginPath();
  ctx.arc(x, y, RING, 0, 7);
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {number[][]} points @param {number[]} dash */
function line(ctx, points, dash) {
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} ctx @param {Spot} at @param {number[]} box @param {import("./note_boxes.js").Wording} wording @param {Symbology} symbology */
function drawBox(ctx, [x, y], [left, top, right], { caption, lines, width, height }, symbology) {
  const { palette } = symbology;
  const [l, t, r] = [x + left, y + top, x + right];
  drawPaper(ctx, [l, t, width, height], symbology);
  ctx.textBaseline = "middle";
  const rtl = isRtlText(caption);
  drawPencil(ctx, [rtl ? r - PAD - 10 : l + PAD, t + PAD + 1], symbology);
  ctx.font = CAPTION_FONT;
  ctx.fillStyle = palette.note;
  write(ctx, caption, [l + (rtl ? 0 : PENCIL), r - (rtl ? PENCIL : 0)], t + PAD + CAPTION_LINE / 2, rtl);
  ctx.font = NOTE_FONT;
  ctx.fillStyle = palette.ink;
  for (const [at, text] of lines.entries())
    write(ctx, text, [l, r], t + PAD + CAPTION_LINE + (at + 0.5) * LINE, isRtlText(lines.join(" ")));
}

/** @param {CanvasRenderingContext2D} ctx @param {number[]} box left, top, width, height @param {Symbology} symbology */
function drawPaper(ctx, [left, top, width, height], { palette, note }) {
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, ROUND);
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.strokeStyle = palette.note;
  ctx.lineWidth = RIM;
  ctx.setLineDash(note.dash);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} ctx @param {Spot} corner @param {Symbology} symbology */
function drawPencil(ctx, [left, top], { palette, note }) {
  ctx.fillStyle = palette.note;
  for (const outline of note.pencil) {
    ctx.beginPath();
    for (const [x, y] of outline) ctx.lineTo(left + x, top + y);
    ctx.fill();
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number[]} sides of the box @param {number} y @param {boolean} rtl */
function write(ctx, text, [left, right], y, rtl) {
  ctx.direction = rtl ? "rtl" : "ltr";
  ctx.textAlign = rtl ? "right" : "left";
  ctx.letterSpacing = "0px";
  ctx.fillText(text, rtl ? right - PAD : left + PAD, y + 0.5);
}

/** A small picture of a note, for the key. @param {Symbology} symbology */
export function noteSample(symbology) {
  const { canvas, ctx } = blankCanvas(26, 16, 2, "swatch");
  drawPaper(ctx, [1, 1, 24, 14], symbology);
  drawPencil(ctx, [8, 3], symbology);
  return canvas;
}
