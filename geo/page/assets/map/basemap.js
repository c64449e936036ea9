/** The offline basemap: land, water, boundaries. Names are drawn with the labels. */

import { trace } from "./canvas.js";
import { inFrame } from "./geometry.js";

/**
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {import("../data/atlas.js").Drawn} Drawn
 * @typedef {{fill?: string, line?: string, width?: number, dash?: number[]}} Look
 */

const GROUND = "#f5f2ea";
const WATER = "#dbe6ea";

/** In drawing order. @type {[string, string, Look][]} */
const LOOKS = [
  ["countries", "", { fill: GROUND, line: GROUND, width: 0.7 }],
  ["water", "lake", { fill: WATER, line: "#a9bec7", width: 0.6 }],
  ["water", "river", { line: "#a5c1cd", width: 1.3 }],
  ["lines", "coast", { line: "#93aab4", width: 0.9 }],
  ["lines", "boundary", { line: "#a39b8b", width: 1.1 }],
  ["lines", "disputed", { line: "#8d8575", width: 1.3, dash: [5, 4] }],
];

/** @param {Record<string, Drawn[]>} basemap @returns {import("./canvas.js").Draw} */
export function drawBasemap(basemap) {
  const passes = LOOKS.map(([file, kind, look]) => ({ look, pieces: basemap[file].filter((one) => !kind || one.kind === kind) }));
  return (ctx, frame) => {
    ctx.lineJoin = "round";
    if (!basemap.countries.length) { // nobody says where the sea is
      ctx.fillStyle = GROUND;
      ctx.fillRect(0, 0, frame.width, frame.height);
    }
    for (const { look, pieces } of passes) {
      for (const { shape } of pieces) if (inFrame(shape.bounds, frame)) draw(ctx, shape, look, frame);
    }
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {Drawn["shape"]} shape @param {Look} look @param {Frame} frame */
function draw(ctx, shape, { fill, line, width = 1, dash = [] }, frame) {
  ctx.beginPath();
  for (const part of shape.parts) {
    trace(ctx, part, frame);
    if (fill) ctx.closePath();
  }
  if (fill) {
    ctx.fillStyle = fill;
    ctx.fill("evenodd");
  }
  if (line) {
    ctx.strokeStyle = line;
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    ctx.stroke();
  }
}
