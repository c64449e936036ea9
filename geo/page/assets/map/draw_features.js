/** Draws marks: areas with the layer's pattern, lines with the dash of their basis, points with the symbol of their kind. */

import { stroke, trace } from "./canvas.js";
import { CHIP, isNear, shortNumber } from "./cluster.js";
import { isUsed, lookOf } from "../data/atlas.js";
import { looksOf, reachOf } from "./geometry.js";
import { fillOf } from "./patterns.js";
import { drawRibbons } from "./ribbon.js";
import { dashOf } from "./symbology.js";
import { digits } from "../core/language.js";

/**
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../data/atlas.js").Symbol} Symbol
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {import("./geometry.js").Shape} Shape
 * @typedef {import("../core/store.js").Basis} Basis
 * @typedef {import("./symbology.js").Symbology} Symbology
 * @typedef {{symbol: Symbol, basis: Basis, frame: Frame, ratio: number, symbology: Symbology}} Style
 * @typedef {{symbology: Symbology, view: () => import("../core/store.js").View, ends: ReadonlySet<Mark>}} Setting
 *   ends are the stretches at whose end the corridor is said to lead on
 */

/** Kinds of marks that have no symbol: the map writes their names alone. @type {ReadonlySet<string>} */
const NAMES = new Set(["country", "sea"]);

/** Draw the marks of one layer that the basis filter lets through, singly or as clusters.
 * @param {import("./cluster.js").ClusteredLayer} clustered @param {Symbol} symbol @param {Setting} setting
 * @returns {import("./canvas.js").Draw} */
export function drawMarks(clustered, symbol, { symbology, view, ends }) {
  return (ctx, frame, ratio) => {
    const { bases } = view();
    const { singles, clusters } = clustered.split(frame.scale, bases);
    const near = singles.filter((mark) => isNear(mark, frame) && !NAMES.has(mark.kind));
    const stretches = near.filter(({ kind }) => kind === "segment");
    drawStretches(ctx, stretches, bases, ends, { symbol, frame, symbology });
    for (const mark of near.filter(({ kind }) => kind !== "segment")) {
      drawMark(ctx, mark, { symbol, basis: /** @type {Basis} */ (lookOf(mark, bases)), frame, ratio, symbology });
    }
    for (const cluster of clusters) {
      drawCluster(ctx, cluster, { symbol, frame, ratio, symbology }, digits(view().language, shortNumber(cluster.size)));
    }
  };
}

/** Where marks are drawn, or would be if their basis were shown. @param {() => number[]} bounds @param {number} [margin] px
 * @returns {import("./canvas.js").Reach} */
export const reachOfMarks = (bounds, margin) => (frame) => reachOf(bounds(), frame, margin);

/** Draw a cluster: the number of its marks on a chip with the layer's pattern. @param {CanvasRenderingContext2D} ctx
 * @param {import("./cluster.js").Cluster} cluster @param {Omit<Style, "basis">} style @param {string} size */
function drawCluster(ctx, { x, y }, { symbol: { colour, pattern }, frame, ratio, symbology }, size) {
  const { scale, left, top, width, height } = frame;
  const [px, py, [half, high]] = [Math.round(x * scale - left), Math.round(y * scale - top), CHIP];
  if (px < -half || py < -high || px > width + half || py > height + high) return;
  ctx.fillStyle = symbology.palette.paper;
  ctx.fillRect(px - half, py - high, 2 * half, 2 * high);
  ctx.fillStyle = fillOf(ctx, symbology, pattern, colour, ratio);
  ctx.fillRect(px - half, py - high, 6, 2 * high);
  ctx.beginPath();
  ctx.rect(px - half + 0.5, py - high + 0.5, 2 * half - 1, 2 * high - 1);
  stroke(ctx, colour, 1, []);
  ctx.font = "600 9px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = symbology.palette.ink;
  ctx.fillText(size, px + 3, py + 0.5);
}

/** @param {CanvasRenderingContext2D} ctx @param {Mark} mark @param {Style} style */
function drawMark(ctx, mark, style) {
  const shape = /** @type {Shape} */ (mark.shape);
  ctx.save();
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  const looks = looksOf(shape, style.frame);
  if (looks === "point") drawPoint(ctx, shape, style, mark.kind);
  else if (looks === "area") drawArea(ctx, shape, style);
  else if (mark.kind === "force") drawBracket(ctx, shape, style, Boolean(mark.voice));
  else drawLine(ctx, shape, style, "other");
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {Shape} shape @param {Style} style */
function drawArea(ctx, shape, { symbol, basis, frame, ratio, symbology }) {
  const width = symbology.sizes.area;
  ctx.beginPath();
  for (const ring of shape.parts) {
    trace(ctx, ring, frame);
    ctx.closePath();
  }
  ctx.fillStyle = symbology.palette.paper;
  ctx.globalAlpha = symbology.areaOpacity;
  ctx.fill("evenodd");
  ctx.globalAlpha = 1;
  ctx.fillStyle = fillOf(ctx, symbology, symbol.pattern, symbol.colour, ratio);
  ctx.fill("evenodd");
  stroke(ctx, symbol.colour, width, dashOf(symbology, basis, width));
}

/** The stretches of the corridor: filled ribbons where use is reported, hollow ones where none is.
 * @param {CanvasRenderingContext2D} ctx @param {Mark[]} stretches @param {import("../core/store.js").View["bases"]} bases
 * @param {ReadonlySet<Mark>} ends @param {Pick<Style, "symbol"|"frame"|"symbology">} style */
function drawStretches(ctx, stretches, bases, ends, { symbol: { colour }, frame, symbology: { palette, sizes } }) {
  const ribbons = stretches.map((mark) => ({
    shape: /** @type {Shape} */ (mark.shape),
    isUsed: isUsed(mark, bases),
    isOurs: mark.isGuessed,
  }));
  drawRibbons(ctx, ribbons, { frame, colour, paper: palette.land });
  for (const mark of stretches.filter((mark) => ends.has(mark))) {
    for (const part of mark.shape?.parts ?? []) drawArrow(ctx, part, colour, frame, palette.land, sizes);
  }
}

/** A bracket beside stretches that the article speaks of as a whole: a thin line with a tick at each end, not to be
 * taken for a way to travel. It stands for no place, so that a dash says the basis of the claim alone.
 * @param {CanvasRenderingContext2D} ctx @param {Shape} shape @param {Style} style @param {boolean} isStated */
export function drawBracket(ctx, shape, style, isStated) {
  drawLine(ctx, shape, { ...style, basis: style.basis === "inferred" && isStated ? "stated" : style.basis }, "bracket");
  const { scale, left, top } = style.frame;
  ctx.beginPath();
  const drawTick = (/** @type {import("./geometry.js").Run} */ part, /** @type {number} */ at, /** @type {number} */ next) => {
    const [x, y] = [part[at] * scale - left, part[at + 1] * scale - top];
    const along = Math.atan2(part[next + 1] - part[at + 1], part[next] - part[at]);
    const [dx, dy] = [7 * Math.sin(along), 7 * Math.cos(along)];
    ctx.moveTo(x - dx, y + dy);
    ctx.lineTo(x + dx, y - dy);
  };
  for (const part of shape.parts) {
    drawTick(part, 0, 2);
    drawTick(part, part.length - 2, part.length - 4);
  }
  stroke(ctx, style.symbol.colour, 2.5, []);
}

/** A line on a pale casing; the wider the casing, the less it can pass for a road.
 * @param {CanvasRenderingContext2D} ctx @param {Shape} shape @param {Style} style @param {string} kind of the symbology's lines */
function drawLine(ctx, shape, { symbol, basis, frame, symbology }, kind) {
  const { casingOpacity, palette, sizes } = symbology;
  const [casing, width] = sizes.lines[kind];
  ctx.beginPath();
  for (const part of shape.parts) trace(ctx, part, frame);
  for (const [at, ground] of [palette.paper, symbol.colour].entries()) {
    ctx.globalAlpha = casingOpacity[at];
    stroke(ctx, ground, casing, []);
  }
  ctx.globalAlpha = 1;
  stroke(ctx, symbol.colour, width, dashOf(symbology, basis, width));
}

/** An arrow-head at the end of a run: which way the corridor is said to lead. */
function drawArrow(
  /** @type {CanvasRenderingContext2D} */ ctx,
  /** @type {import("./geometry.js").Run} */ run,
  /** @type {string} */ colour,
  /** @type {Frame} */ { scale, left, top },
  /** @type {string} */ paper,
  /** @type {import("./symbology.js").Sizes} */ { arrow },
) {
  const [x1, y1, x2, y2] = [...run.slice(-4)].map((v, i) => v * scale - (i % 2 ? top : left));
  ctx.save();
  ctx.translate(x2, y2);
  ctx.rotate(Math.atan2(y2 - y1, x2 - x1));
  ctx.beginPath();
  for (const [x, y] of arrow) ctx.lineTo(x, y);
  ctx.closePath();
  ctx.fillStyle = paper;
  ctx.fill();
  stroke(ctx, colour, 2, []);
  ctx.restore();
}

/** A point's symbol: filled when stated, else hollow with the dash of its basis. Tiny lines and areas are drawn as points. */
function drawPoint(
  /** @type {CanvasRenderingContext2D} */ ctx,
  /** @type {Shape} */ shape,
  /** @type {Style} */ { symbol, basis, frame, symbology },
  /** @type {string} */ kind,
) {
  const { sizes } = symbology;
  const { paper } = symbology.palette;
  for (const [x, y] of shape.parts) {
    ctx.save();
    ctx.translate(x * frame.scale - frame.left, y * frame.scale - frame.top);
    ctx.beginPath();
    if (Object.hasOwn(sizes.corners, kind)) {
      for (const [cx, cy] of sizes.corners[kind]) ctx.lineTo(cx, cy);
      ctx.closePath();
    } else ctx.arc(0, 0, sizes.disc, 0, 2 * Math.PI);
    stroke(ctx, paper, sizes.point_rim, []);
    ctx.fillStyle = basis === "stated" ? symbol.colour : paper;
    ctx.fill();
    stroke(ctx, symbol.colour, sizes.point, dashOf(symbology, basis, sizes.point_dash));
    ctx.restore();
  }
}

/** Draw marks that are selected or pointed at once more, with an outline: over others, and where a cluster covers them.
 * @param {() => Mark[]} which @param {string} colour its name in the palette @param {(mark: Mark) => Symbol|undefined} symbolOf none for a mark whose layer is hidden
 * @param {Setting} setting @returns {import("./canvas.js").Draw} */
export function drawOutlined(which, colour, symbolOf, { symbology, view, ends }) {
  return (ctx, frame, ratio) => {
    const marks = which();
    const { bases } = view();
    ctx.lineJoin = ctx.lineCap = "round";
    for (const mark of marks) {
      drawOutline(ctx, /** @type {Shape} */ (mark.shape), symbology.palette[colour], frame, mark.kind === "country" ? 28 : 12);
    }
    for (const mark of marks.filter(({ kind }) => !NAMES.has(kind))) {
      const [symbol, basis] = [symbolOf(mark), lookOf(mark, bases)];
      if (!symbol || !basis) continue;
      if (mark.kind === "segment") drawStretches(ctx, [mark], bases, ends, { symbol, frame, symbology });
      else drawMark(ctx, mark, { symbol, basis, frame, ratio, symbology });
    }
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {Shape} shape @param {string} colour @param {Frame} frame */
function drawOutline(ctx, shape, colour, frame, /** @type {number} */ radius) {
  const kind = looksOf(shape, frame);
  ctx.beginPath();
  for (const part of shape.parts) {
    const [x, y] = [part[0] * frame.scale - frame.left, part[1] * frame.scale - frame.top];
    if (kind === "point") {
      ctx.moveTo(x + radius, y);
      ctx.arc(x, y, radius, 0, 7);
    } else trace(ctx, part, frame);
    if (kind === "area") ctx.closePath();
  }
  stroke(ctx, colour, kind === "line" ? 18 : 3, []);
}
