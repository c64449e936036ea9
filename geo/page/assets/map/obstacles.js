/** The boxes that names and lists on the map may not cover: the corridor, lines of other marks, and clusters. */

import { CHIP, joined } from "./cluster.js";
import { isShown, nameIn } from "../data/atlas.js";
import { frameOf, inFrame } from "./geometry.js";
import { noteBoxes } from "./note_boxes.js";

/**
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {{box: number[], of?: string}} Taken of is the mark whose label may lie there
 */

const STEP = 8; // px from one box of a line to the next
/** Half the width that a line of a kind takes, in px. @type {Record<string, number>} */
const HALF = { segment: 6, force: 1 };

/** @param {Mark[]} marks @param {Frame} frame @returns {Taken[]} */
export function obstaclesOf(marks, frame) {
  const lines = marks.filter(({ shape, kind }) => shape?.kind === "line" && Object.hasOwn(HALF, kind) && inFrame(shape.bounds, frame));
  return lines.flatMap(({ id, kind, shape }) => {
    const of = kind === "force" ? id : undefined;
    return (shape?.parts ?? []).flatMap((run) => boxes(run, frame, HALF[kind]).map((box) => ({ box, of })));
  });
}

const MOST = 200; // marks that lists on the map stay clear of
const CLEAR = 24; // px beside a line, for the text along it
const CLOSE = 4; // px beside a line, without that text

/** The boxes that lists on the map may not cover, in px of its window: controls, notes, lines, places and their names; those along
 * lines alone; and the firm ones, which none may lie on where it is too narrow to keep clear of all.
 * @param {L.Map} map @param {import("../data/atlas.js").Atlas} atlas @param {import("../core/store.js").View} view */
export function takenOf(map, atlas, view) {
  const frame = frameOf(map);
  const marks = atlas.placed.filter((mark) => isShown(mark, view)).slice(0, MOST);
  const along = obstaclesOf(marks, frame).map(({ box }) => box);
  const [lines, close] = [CLEAR, CLOSE].map((by) => along.map(([x1, y1, x2, y2]) => [x1 - by, y1 - by, x2 + by, y2 + by]));
  const points = marks.filter(({ shape }) => shape?.kind === "point").map((mark) => placeAndName(mark, frame, view));
  const controls = controlsOf(map);
  return { taken: [...controls, ...noteBoxes(map, view), ...lines, ...points], lines, firm: [...close, ...controls] };
}

/** @param {Mark} mark @param {Frame} frame @param {import("../core/store.js").View} view */
function placeAndName({ shape, names, kind }, { scale, left, top }, { language }) {
  const [x, y] = [Number(shape?.bounds[0]) * scale - left, Number(shape?.bounds[1]) * scale - top];
  const name = nameIn(names, language).length * 8;
  return kind === "country" ? [x - name / 2 - 8, y - 12, x + name / 2 + 8, y + 12] : [x - 14 - name / 2, y - 14, x + 20 + name, y + 30]; // the name may stand below
}

/** The boxes of the controls over the map, the open key among them. @param {L.Map} map @returns {import("./room.js").Box[]} */
export function controlsOf(map) {
  const frame = map.getContainer().getBoundingClientRect();
  const boxes = [...document.querySelectorAll("#tools > *, #layers, #stage .leaflet-control")].map((element) =>
    element.getBoundingClientRect(),
  );
  const over = boxes.filter(
    (box) => box.width && box.left < frame.right && box.right > frame.left && box.top < frame.bottom && box.bottom > frame.top,
  );
  return over.map((box) => [box.left - frame.left - 6, box.top - frame.top - 6, box.right - frame.left + 6, box.bottom - frame.top + 6]);
}

/** The boxes of clusters' chips, one for all chips of a cell.
 * @param {import("./cluster.js").Cluster[]} clusters @param {Frame} frame @returns {Taken[]} */
export function chipsOf(clusters, frame) {
  /** @type {Map<string, import("./cluster.js").Cluster[]>} */
  const cells = new Map();
  for (const cluster of clusters.filter(({ bounds }) => inFrame(bounds, frame))) {
    const cell = cluster.bounds.join();
    cells.set(cell, [...(cells.get(cell) ?? []), cluster]);
  }
  const [{ scale, left, top }, [half, high]] = [frame, CHIP];
  return [...cells.values()].map((cell) => {
    const [x1, y1, x2, y2] = joined(cell, ({ x, y }) => [[x, y, x, y], 0]);
    return { box: [x1 * scale - left - half, y1 * scale - top - high, x2 * scale - left + half, y2 * scale - top + high] };
  });
}

/** Boxes along a run of positions. @param {import("./geometry.js").Run} run @param {Frame} frame @param {number} half */
function boxes(run, { scale, left, top }, half) {
  const boxes = [];
  for (let i = 0; i + 3 < run.length; i += 2) {
    const [x1, y1] = [run[i] * scale - left, run[i + 1] * scale - top];
    const [x2, y2] = [run[i + 2] * scale - left, run[i + 3] * scale - top];
    const steps = Math.min(400, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP));
    for (let step = 0; step <= steps; step++) {
      const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
      boxes.push([x - half, y - half, x + half, y + half]);
    }
  }
  return boxes;
}
