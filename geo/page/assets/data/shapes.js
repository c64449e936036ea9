/** The shapes of all marks, in a few typed arrays, which loops over all marks can read without making objects. */

import { startsOf, summed, unpacked } from "./columns.js";

/** @typedef {import("../map/geometry.js").Shape} Shape */

/** @type {Shape["kind"][]} */
const KINDS = ["point", "line", "area"];

export class Shapes {
  /** @param {{kinds: string, parts: string, lengths: string, steps: string, stepsPerPixel: number}} packed */
  constructor({ kinds, parts, lengths, steps, stepsPerPixel }) {
    this.kinds = Uint8Array.from(unpacked(kinds));
    this.parts = startsOf(unpacked(parts));
    this.starts = startsOf(unpacked(lengths));
    this.positions = new Float32Array(summed(unpacked(steps), 2));
    for (let at = 0; at < this.positions.length; at++) this.positions[at] /= stepsPerPixel;
    this.bounds = boundsOf(this);
  }

  /** @param {number} number of the mark @returns {Shape|null} */
  at(number) {
    if (!this.kinds[number]) return null;
    const parts = [];
    for (let part = this.parts[number]; part < this.parts[number + 1]; part++) {
      parts.push(this.positions.subarray(this.starts[part] * 2, this.starts[part + 1] * 2));
    }
    const bounds = [...this.bounds.subarray(number * 4, number * 4 + 4)];
    return { kind: KINDS[this.kinds[number] - 1], parts, bounds };
  }
}

/** Four numbers a mark: min x, min y, max x, max y. @param {{kinds: Uint8Array, parts: Int32Array, starts: Int32Array, positions: Float32Array}} shapes */
function boundsOf({ kinds, parts, starts, positions }) {
  const bounds = new Float32Array(kinds.length * 4);
  for (let number = 0; number < kinds.length; number++) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = starts[parts[number]] * 2; at < starts[parts[number + 1]] * 2; at += 2) {
      const [x, y] = [positions[at], positions[at + 1]];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    bounds.set([left, top, right, bottom], number * 4);
  }
  return bounds;
}
