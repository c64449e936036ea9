/**
 * The map's canvases: each layer of the atlas is drawn by a function on a canvas of its own, so that
 * switching it is a style change, and no redraw once it has been drawn.
 *
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {(ctx: CanvasRenderingContext2D, frame: Frame, ratio: number) => void} Draw
 * @typedef {(frame: Frame) => number[]} Reach the px of the frame that may be drawn on:
 *   left, top, right, bottom
 */

import { blankCanvas } from "../core/dom.js";
import { frameOf } from "./geometry.js";
import { CanvasLayer } from "./leaflet_internals.js";

/** The map as its canvases show it now, on one canvas of `ratio` dots a pixel. @param {L.Map} map @param {number} ratio */
export function picture(map, ratio) {
  const frame = frameOf(map);
  const { canvas, ctx } = blankCanvas(frame.width, frame.height, ratio);
  map.eachLayer((layer) => {
    if (!(layer instanceof CanvasLayer) || layer.isHidden) return;
    ctx.save(); // a layer's settings don't reach the next
    layer.draw(ctx, frame, ratio);
    ctx.restore();
  });
  return canvas;
}

/** @type {Reach} */
const everywhere = ({ width, height }) => [0, 0, width, height];

/** Add a canvas layer in a pane of its own, above the panes added before.
 * @param {L.Map} map @param {string} name @param {Draw} draw */
export function addCanvas(map, name, draw, reach = everywhere, visible = true) {
  const { children } = /** @type {HTMLElement} */ (map.getPanes().overlayPane.parentElement);
  map.createPane(name).style.zIndex = String(400 + children.length);
  return new CanvasLayer(name, draw, reach, visible).addTo(map);
}

/** Stroke the path that has been traced. @param {CanvasRenderingContext2D} ctx @param {string} colour @param {number} width @param {number[]} [dash] */
export function stroke(ctx, colour, width, dash = []) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke();
}

/** Start a path along a run of positions. @param {CanvasRenderingContext2D} ctx @param {import("./geometry.js").Run} run @param {Frame} frame */
export function trace(ctx, run, { scale, left, top }) {
  for (let i = 0; i < run.length; i += 2) {
    const x = run[i] * scale - left;
    const y = run[i + 1] * scale - top;
    if (i) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  }
}
