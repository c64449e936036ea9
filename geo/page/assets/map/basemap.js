/** Draws the offline basemap: land, water, boundaries. Its names are drawn with the labels. */

import { stroke, trace } from "./canvas.js";
import { inFrame } from "./geometry.js";

/**
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {import("../data/atlas.js").Drawn} Drawn
 * @typedef {{palette: Record<string, string>, fill: string|null, line: string, width: number, dash: number[]}} Style
 */

/** @param {Record<string, Drawn[]>} basemap @param {import("./symbology.js").Symbology} symbology
 * @param {import("./canvas.js").Draw} relief what draws it on the land @returns {import("./canvas.js").Draw} */
export function drawBasemap(basemap, { basemap: styles, palette, sizes }, relief) {
  const passes = styles.map(({ file, kind, line, fill }) => {
    const style = { line, fill, palette, width: sizes.basemap[kind], dash: kind === "disputed" ? sizes.disputed : [] };
    return { style, features: basemap[file].filter((feature) => !kind || feature.kind === kind) };
  });
  const land = styles.filter(({ file }) => file === "countries").length;
  return (ctx, frame, ratio) => {
    ctx.lineJoin = "round";
    if (!basemap.countries.length) {
      // without countries, nothing tells land from sea
      ctx.fillStyle = palette.land;
      ctx.fillRect(0, 0, frame.width, frame.height);
    }
    for (const [at, { style, features }] of passes.entries()) {
      if (at === land) relief(ctx, frame, ratio);
      for (const { shape } of features) if (inFrame(shape.bounds, frame)) draw(ctx, shape, style, frame);
    }
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {Drawn["shape"]} shape @param {Style} style @param {Frame} frame */
function draw(ctx, shape, { palette, fill, line, width, dash }, frame) {
  ctx.beginPath();
  for (const part of shape.parts) {
    trace(ctx, part, frame);
    if (fill) ctx.closePath();
  }
  if (fill) {
    ctx.fillStyle = palette[fill];
    ctx.fill("evenodd");
  }
  stroke(ctx, palette[line], width, dash);
}
