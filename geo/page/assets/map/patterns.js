/**
 * Draws the fill patterns that tell layers apart, and samples of patterns and of bases' lines for the legends.
 *
 * @typedef {import("../core/store.js").Basis} Basis
 * @typedef {import("./symbology.js").Symbology} Symbology
 */

import { blankCanvas } from "../core/dom.js";
import { dashOf } from "./symbology.js";

/**
 * A repeating fill of this pattern: ink in `colour` on a paler ground of the same.
 * @param {Symbology} symbology @param {string} pattern @param {string} colour @param {number} ratio device pixels per CSS pixel
 */
function tileOf({ tile, inkWidth, groundOpacity, solidOpacity, patterns, sizes }, pattern, colour, ratio) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = sizes.tile * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(canvas.width / tile, canvas.width / tile);
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.globalAlpha = pattern === "solid" ? solidOpacity : groundOpacity;
  ctx.fillRect(0, 0, tile, tile);
  ctx.globalAlpha = 1;
  ctx.lineWidth = inkWidth;
  const { strokes, dots } = patterns[pattern];
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of strokes) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
  for (const [x, y, radius, filled] of dots) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    if (filled) ctx.fill();
    else ctx.stroke();
  }
  return canvas;
}

/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();

/** The pattern as a fill style that keeps its size on any screen. @param {CanvasRenderingContext2D} ctx @param {Symbology} symbology */
export function fillOf(ctx, symbology, /** @type {string} */ pattern, /** @type {string} */ colour, /** @type {number} */ ratio) {
  const key = `${pattern} ${colour} ${ratio}`;
  if (!tiles.has(key)) tiles.set(key, tileOf(symbology, pattern, colour, ratio));
  const fill = /** @type {CanvasPattern} */ (ctx.createPattern(/** @type {HTMLCanvasElement} */ (tiles.get(key)), "repeat"));
  fill.setTransform(new DOMMatrix().scale(1 / ratio));
  return fill;
}

/** A small picture of a layer's pattern, for legends. @param {Symbology} symbology */
export function swatch(symbology, /** @type {string} */ pattern, /** @type {string} */ colour) {
  const ratio = Math.max(2, window.devicePixelRatio);
  const { canvas, ctx } = blankCanvas(26, 16, ratio, "swatch");
  ctx.fillStyle = fillOf(ctx, symbology, pattern, colour, ratio);
  ctx.fillRect(0, 0, 26, 16);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.strokeRect(0, 0, 26, 16);
  return canvas;
}

/** A small picture of a basis' line, for the key. @param {Symbology} symbology @param {Basis} basis @param {string} [ink] that of the theme without it */
export function lineSample(symbology, basis, ink) {
  const { canvas, ctx } = blankCanvas(36, 10, 2, "line-sample");
  ctx.lineWidth = 2.5;
  ctx.lineCap = "round";
  ctx.strokeStyle = ink ?? getComputedStyle(document.documentElement).getPropertyValue("--ink");
  ctx.setLineDash(dashOf(symbology, basis, 2.5));
  ctx.beginPath();
  ctx.moveTo(3, 5);
  ctx.lineTo(33, 5);
  ctx.stroke();
  return canvas;
}
