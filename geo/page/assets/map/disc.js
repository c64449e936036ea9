/** Draws the number of a finding, as it stands in the list of findings, on a disc. */

import { SANS } from "./fonts.js";

export const DISC = 9; // its radius in px

/** @param {CanvasRenderingContext2D} ctx @param {[number, number]} middle @param {string} number @param {string} colour @param {string} paper */
export function drawDisc(ctx, [x, y], number, colour, paper) {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, DISC, 0, 7);
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.font = `700 12px ${SANS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.letterSpacing = "0px";
  ctx.fillStyle = paper;
  ctx.fillText(number, x, y + 0.5);
  ctx.restore();
}
