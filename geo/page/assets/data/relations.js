/**
 * The relations between records, by their numbers: the claims of a mark, the excerpts that a claim rests on, the
 * marks that rest on an excerpt, the parts of a whole, and the marks that are said to be within a holder.
 *
 * @typedef {ReturnType<typeof linksOf>} Links
 */

import { lastAtMost, startsOf, summed, unpacked } from "./columns.js";
import { BASES } from "../core/store.js";

const STATED = BASES.indexOf("stated");

/** @param {{claims: string, cited: string, excerpts: string, bases: string, layers: string, kinds: string, positions: string,
 *   wholes: string, wholeMarks: string, holders: string, layerIds: string[], kindNames: string[]}} packed */
export function linksOf(packed) {
  const claims = startsOf(unpacked(packed.claims));
  const cited = startsOf(unpacked(packed.cited));
  const excerpts = summed(unpacked(packed.excerpts));
  const bases = Uint8Array.from(unpacked(packed.bases));
  const layers = Uint16Array.from(unpacked(packed.layers));
  const kinds = Uint16Array.from(unpacked(packed.kinds));
  const positions = Uint8Array.from(unpacked(packed.positions));
  const [wholes, wholeMarks] = [startsOf(unpacked(packed.wholes)), summed(unpacked(packed.wholeMarks))];
  const holders = Uint32Array.from(unpacked(packed.holders));
  const wholesOf = (/** @type {number} */ mark) => wholeMarks.subarray(wholes[mark], wholes[mark + 1]);
  const own = masksOf(claims, bases);
  const { layerIds, kindNames } = packed; // the closures keep only these, so that the packed texts can be freed
  const lazy = lookUps({ claims, cited, excerpts, bases, wholes, wholeMarks, holders });
  return {
    bases,
    claims,
    positions,
    own,
    holders,
    wholesOf,
    partsOf: (/** @type {number} */ mark) => lazy.parts().get(mark) ?? [],
    /** The marks within a holder, by its number from 1. */
    within: (/** @type {number} */ holder) => lazy.members().get(holder) ?? [],
    layerOf: (/** @type {number} */ mark) => layerIds[layers[mark]],
    kindOf: (/** @type {number} */ mark) => kindNames[kinds[mark]],
    /** For each mark a bit for each basis among its claims, and those of the wholes that it is a part of. */
    masks: own.map((mask, mark) => wholesOf(mark).reduce((all, whole) => all | own[whole], mask)),
    citedBy: (/** @type {number} */ claim) => excerpts.subarray(cited[claim], cited[claim + 1]),
    /** Does any of the claims in [from, to) cite an excerpt? */
    cites: (/** @type {number} */ from, /** @type {number} */ to) => cited[to] > cited[from],
    markOf: (/** @type {number} */ claim) => lastAtMost(claims, claim),
    marksCiting: (/** @type {number} */ excerpt) => lazy.citing().get(excerpt) ?? [],
    /** The marks with a stated claim that cites the excerpt; inferred claims don't count. */
    marksStating: (/** @type {number} */ excerpt) => lazy.stating().get(excerpt) ?? [],
  };
}

/** The look-ups that are made at their first use.
 * @param {Record<"claims"|"cited"|"excerpts"|"wholes"|"wholeMarks", Int32Array> & {bases: Uint8Array, holders: Uint32Array}} tables */
function lookUps({ claims, cited, excerpts, bases, wholes, wholeMarks, holders }) {
  return {
    citing: once(() => marksByExcerpt(claims, cited, excerpts, () => true)),
    stating: once(() => marksByExcerpt(claims, cited, excerpts, (claim) => bases[claim] === STATED)),
    parts: once(() => grouped(wholeMarks, (at) => lastAtMost(wholes, at))),
    members: once(() => grouped(holders, (mark) => mark)),
  };
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T|undefined} */
  let made;
  return () => (made ??= make());
}

/** The marks that stand at each number. @param {Int32Array|Uint32Array} numbers @param {(at: number) => number} markAt */
function grouped(numbers, markAt) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  numbers.forEach((number, at) => {
    const marks = groups.get(number);
    if (marks) marks.push(markAt(at));
    else groups.set(number, [markAt(at)]);
  });
  return groups;
}

/** For each mark a bit for each basis among its claims. @param {Int32Array} claims @param {Uint8Array} bases */
function masksOf(claims, bases) {
  const masks = new Uint8Array(claims.length - 1);
  for (let mark = 0; mark < masks.length; mark++) {
    for (let claim = claims[mark]; claim < claims[mark + 1]; claim++) masks[mark] |= 1 << bases[claim];
  }
  return masks;
}

/** @param {Int32Array} claims @param {Int32Array} cited @param {Int32Array} excerpts @param {(claim: number) => boolean} counts */
function marksByExcerpt(claims, cited, excerpts, counts) {
  /** @type {Map<number, number[]>} */
  const marksOf = new Map();
  for (let mark = 0; mark + 1 < claims.length; mark++) {
    for (let claim = claims[mark]; claim < claims[mark + 1]; claim++) {
      for (let at = cited[claim]; counts(claim) && at < cited[claim + 1]; at++) {
        const marks = marksOf.get(excerpts[at]);
        if (!marks) marksOf.set(excerpts[at], [mark]);
        else if (marks.at(-1) !== mark) marks.push(mark);
      }
    }
  }
  return marksOf;
}
