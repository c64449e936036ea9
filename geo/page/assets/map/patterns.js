/**
 * How layers are told apart without colour: fill patterns; and how bases are:
 * solid for stated, dashed for inferred, dotted for background.
 *
 * @typedef {import("../core/store.js").Basis} Basis
 */

const TILE = 8;

/** Strokes of each pattern in an 8 × 8 px tile: x1, y1, x2, y2. @type {Record<string, number[][]>} */
const STROKES = {
  diagonal: [[-2, 10, 10, -2], [-2, 2, 2, -2], [6, 10, 10, 6]],
  "back-diagonal": [[-2, -2, 10, 10], [6, -2, 10, 2], [-2, 6, 2, 10]],
  cross: [[-2, 10, 10, -2], [-2, -2, 10, 10]],
  horizontal: [[0, 2, 8, 2], [0, 6, 8, 6]],
  vertical: [[2, 0, 2, 8], [6, 0, 6, 8]],
  grid: [[0, 4, 8, 4], [4, 0, 4, 8]],
};

/** Circles of each pattern: x, y, radius, filled. @type {Record<string, [number, number, number, boolean][]>} */
const CIRCLES = {
  dots: [[2, 2, 1.4, true], [6, 6, 1.4, true]],
  rings: [[4, 4, 2.4, false]],
};

/**
 * A repeating fill of this pattern: ink in `colour` on a paler ground of the same.
 * @param {string} pattern @param {string} colour @param {number} ratio device pixels per CSS pixel
 */
function tile(pattern, colour, ratio) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = TILE * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(ratio, ratio);
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.globalAlpha = pattern === "solid" ? 0.75 : 0.22;
  ctx.fillRect(0, 0, TILE, TILE);
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of STROKES[pattern] ?? []) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
  for (const [x, y, radius, filled] of CIRCLES[pattern] ?? []) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    if (filled) ctx.fill();
    else ctx.stroke();
  }
  return canvas;
}

/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();

/** The pattern as a fill style that keeps its size on any screen. @param {CanvasRenderingContext2D} ctx */
export function fillOf(
  ctx,
  /** @type {string} */ pattern,
  /** @type {string} */ colour,
  /** @type {number} */ ratio,
) {
  const key = `${pattern} ${colour} ${ratio}`;
  if (!tiles.has(key)) tiles.set(key, tile(pattern, colour, ratio));
  const fill = /** @type {CanvasPattern} */ (
    ctx.createPattern(/** @type {HTMLCanvasElement} */ (tiles.get(key)), "repeat")
  );
  fill.setTransform(new DOMMatrix().scale(1 / ratio));
  return fill;
}

/** The dash of a basis at a line width, for canvas lines with round caps. @type {Record<Basis, (width: number) => number[]>} */
export const DASH = {
  stated: () => [],
  inferred: (width) => [width * 2.5 + 2, width + 3],
  background: (width) => [0.1, width + 3],
};

/** A small picture of a layer's pattern, for the panel. */
export function swatch(/** @type {string} */ pattern, /** @type {string} */ colour) {
  const canvas = document.createElement("canvas");
  const ratio = Math.max(2, window.devicePixelRatio);
  canvas.className = "swatch";
  canvas.width = 26 * ratio;
  canvas.height = 16 * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(ratio, ratio);
  ctx.fillStyle = fillOf(ctx, pattern, colour, ratio);
  ctx.fillRect(0, 0, 26, 16);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.strokeRect(0, 0, 26, 16);
  return canvas;
}

/** A small picture of a basis' line, for the key. @param {Basis} basis */
export function lineSample(basis) {
  const canvas = document.createElement("canvas");
  canvas.className = "line-sample";
  canvas.width = 72;
  canvas.height = 20;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(2, 2);
  ctx.lineWidth = 2.5;
  ctx.lineCap = "round";
  ctx.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue("--ink");
  ctx.setLineDash(DASH[basis](2.5));
  ctx.beginPath();
  ctx.moveTo(3, 5);
  ctx.lineTo(33, 5);
  ctx.stroke();
  return canvas;
}
