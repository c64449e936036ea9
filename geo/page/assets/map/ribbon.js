/**
 * The corridor's ribbon. Its form is evidence: filled where use is reported, hollow where none is. Dashes along
 * its middle say that we drew its course; a soft glow, that nobody says where it runs.
 *
 * @typedef {import("./geometry.js").Shape} Shape
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {{shape: Shape, isUsed: boolean, isOurs: boolean}} Ribbon isOurs: its course is drawn by us
 */

import { stroke, trace } from "./canvas.js";

const WIDTH = 9;
const CASING = 2.5; // on each side
const RIM = 2; // of a hollow ribbon
const GLOW = [30, 22, 14]; // widths of faint strokes upon each other
const FAINT = 0.05;
const CHEVRON = 7;

/** Draw ribbons, pass by pass, so that none lies on the end of another.
 * @param {CanvasRenderingContext2D} ctx @param {Ribbon[]} ribbons @param {{frame: Frame, colour: string, paper: string}} style */
export function drawRibbons(ctx, ribbons, { frame, colour, paper }) {
  const used = ribbons.filter(({ isUsed }) => isUsed);
  const unused = ribbons.filter(({ isUsed }) => !isUsed);
  ctx.save();
  ctx.lineJoin = ctx.lineCap = "round";
  const pass = (
    /** @type {Ribbon[]} */ some,
    /** @type {string} */ ink,
    /** @type {number} */ width,
    /** @type {number[]} */ dash = [],
  ) => {
    if (!some.length) return;
    ctx.beginPath();
    for (const { shape } of some) for (const part of shape.parts) trace(ctx, part, frame);
    stroke(ctx, ink, width, dash);
  };
  ctx.globalAlpha = FAINT;
  for (const width of GLOW) pass(used, colour, width);
  ctx.globalAlpha = 1;
  pass(ribbons, paper, WIDTH + 2 * CASING);
  pass(unused, colour, WIDTH);
  pass(unused, paper, WIDTH - 2 * RIM);
  pass(used, colour, WIDTH);
  const ours = used.filter(({ isOurs }) => isOurs);
  pass(ours, paper, 1.4, [1, 7]);
  for (const { shape, isUsed } of ribbons) for (const part of shape.parts) chevron(ctx, part, frame, isUsed ? paper : colour);
  ctx.restore();
}

/** Which way a run leads: a chevron at its middle, on the ribbon. @param {CanvasRenderingContext2D} ctx
 * @param {import("./geometry.js").Run} run @param {Frame} frame @param {string} colour */
function chevron(ctx, run, { scale, left, top }, colour) {
  const middle = Math.max(2, Math.floor(run.length / 4) * 2);
  const [x1, y1] = [run[middle - 2] * scale - left, run[middle - 1] * scale - top];
  const [x2, y2] = [run[middle] * scale - left, run[middle + 1] * scale - top];
  ctx.save();
  ctx.translate((x1 + x2) / 2, (y1 + y2) / 2);
  ctx.rotate(Math.atan2(y2 - y1, x2 - x1));
  ctx.beginPath();
  ctx.moveTo(-CHEVRON / 2, -CHEVRON / 2);
  ctx.lineTo(CHEVRON / 2, 0);
  ctx.lineTo(-CHEVRON / 2, CHEVRON / 2);
  stroke(ctx, colour, 2.2);
  ctx.restore();
}
