/** What names on the map stay clear of: the corridor, lines that are not their own, and numbers of marks. */

import { CHIP, joined } from "./crowd.js";
import { inFrame } from "./geometry.js";

/**
 * @typedef {import("./data.js").Mark} Mark
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {{box: number[], of?: string}} Taken of: the mark that may lie there all the same
 */

const STEP = 8; // px from one box of a line to the next
/** Half the width that a line of a kind takes, in px. @type {Record<string, number>} */
const HALF = { segment: 6, band: 1 };

/** @param {Mark[]} marks @param {Frame} frame @returns {Taken[]} */
export function obstaclesOf(marks, frame) {
  const lines = marks.filter(({ shape, kind }) => shape?.kind === "line" && Object.hasOwn(HALF, kind) && inFrame(shape.bounds, frame));
  return lines.flatMap(({ id, kind, shape }) => {
    const of = kind === "band" ? id : undefined;
    return (shape?.parts ?? []).flatMap((run) => boxes(run, frame, HALF[kind]).map((box) => ({ box, of })));
  });
}

/** The numbers of marks, side by side in their cells: a box a cell.
 * @param {import("./crowd.js").Group[]} groups @param {Frame} frame @returns {Taken[]} */
export function chipsOf(groups, frame) {
  /** @type {Map<string, import("./crowd.js").Group[]>} */
  const cells = new Map();
  for (const group of groups.filter(({ bounds }) => inFrame(bounds, frame))) {
    const cell = group.bounds.join();
    cells.set(cell, [...(cells.get(cell) ?? []), group]);
  }
  const [{ scale, left, top }, [half, high]] = [frame, CHIP];
  return [...cells.values()].map((cell) => {
    const [x1, y1, x2, y2] = joined(cell, ({ x, y }) => [[x, y, x, y], 0]);
    return { box: [x1 * scale - left - half, y1 * scale - top - high, x2 * scale - left + half, y2 * scale - top + high] };
  });
}

/** Boxes along a run of positions. @param {import("./geometry.js").Run} run @param {Frame} frame @param {number} half */
function boxes(run, { scale, left, top }, half) {
  const found = [];
  for (let i = 0; i + 3 < run.length; i += 2) {
    const [x1, y1] = [run[i] * scale - left, run[i + 1] * scale - top];
    const [x2, y2] = [run[i + 2] * scale - left, run[i + 3] * scale - top];
    const steps = Math.min(400, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP));
    for (let step = 0; step <= steps; step++) {
      const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
      found.push([x - half, y - half, x + half, y + half]);
    }
  }
  return found;
}
