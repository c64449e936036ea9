/** Samples of the map's lines, for the help: by the functions that draw them on the map. */

import { blankCanvas } from "../core/dom.js";
import { lookOf } from "../data/atlas.js";
import { drawBracket } from "./draw_features.js";
import { drawRibbons } from "./ribbon.js";
import { BASES } from "../core/store.js";

/**
 * @typedef {import("./symbology.js").Symbology} Symbology
 * @typedef {import("./geometry.js").Frame} Frame
 */

const [WIDTH, HEIGHT, RATIO] = [60, 20, 2];
/** @type {Frame} */
const FRAME = { scale: 1, left: 0, top: 0, width: WIDTH, height: HEIGHT, visible: [0, 0, WIDTH, HEIGHT] };
/** @type {import("./geometry.js").Shape} */
const STRETCH = {
  kind: "line",
  parts: [Float64Array.of(10, HEIGHT / 2, WIDTH - 10, HEIGHT / 2)],
  bounds: [10, HEIGHT / 2, WIDTH - 10, HEIGHT / 2],
};

/** @param {(ctx: CanvasRenderingContext2D) => void} draw */
function sample(draw) {
  const { canvas, ctx } = blankCanvas(WIDTH, HEIGHT, RATIO, "map-line");
  draw(ctx);
  return canvas;
}

/** @param {Symbology} symbology @param {string} colour @param {{isUsed: boolean, isOurs: boolean}} form */
export const ribbonSample = ({ palette }, colour, form) =>
  sample((ctx) => drawRibbons(ctx, [{ shape: STRETCH, ...form }], { frame: FRAME, colour, paper: palette.land }));

/** As it is drawn for a mark. @param {Symbology} symbology @param {import("../data/atlas.js").Symbol} symbol @param {import("../data/atlas.js").Mark} mark */
export const bracketSample = (symbology, symbol, mark) =>
  sample((ctx) =>
    drawBracket(
      ctx,
      STRETCH,
      { symbol, basis: lookOf(mark, new Set(BASES)) ?? "stated", frame: FRAME, ratio: RATIO, symbology },
      Boolean(mark.voice),
    ),
  );
