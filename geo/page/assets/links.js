/**
 * Who belongs to whom, by number: the claims of a mark, the excerpts of a claim, and the
 * marks that an excerpt is a reason for.
 *
 * @typedef {ReturnType<typeof linksOf>} Links
 */

import { lastAtMost, startsOf, summed, unpacked } from "./tables.js";

/** @param {{claims: string, cited: string, excerpts: string, bases: string, layers: string, kinds: string,
 *   layerIds: string[], kindNames: string[]}} packed */
export function linksOf(packed) {
  const claims = startsOf(unpacked(packed.claims));
  const cited = startsOf(unpacked(packed.cited));
  const excerpts = summed(unpacked(packed.excerpts));
  const bases = Uint8Array.from(unpacked(packed.bases));
  const layers = Uint16Array.from(unpacked(packed.layers));
  const kinds = Uint16Array.from(unpacked(packed.kinds));
  const { layerIds, kindNames } = packed; // and no more: the texts can go
  /** @type {Map<number, number[]>|undefined} */
  let citing;
  return {
    bases,
    claims,
    layerOf: (/** @type {number} */ mark) => layerIds[layers[mark]],
    kindOf: (/** @type {number} */ mark) => kindNames[kinds[mark]],
    masks: masksOf(claims, bases),
    citedBy: (/** @type {number} */ claim) => excerpts.subarray(cited[claim], cited[claim + 1]),
    /** Does any of the claims from one to before another cite an excerpt? */
    cites: (/** @type {number} */ from, /** @type {number} */ to) => cited[to] > cited[from],
    markOf: (/** @type {number} */ claim) => lastAtMost(claims, claim),
    marksCiting(/** @type {number} */ excerpt) {
      citing ??= marksByExcerpt(claims, cited, excerpts);
      return citing.get(excerpt) ?? [];
    },
  };
}

/** For each mark a bit for each basis among its claims. @param {Int32Array} claims @param {Uint8Array} bases */
function masksOf(claims, bases) {
  const masks = new Uint8Array(claims.length - 1);
  for (let mark = 0; mark < masks.length; mark++) {
    for (let claim = claims[mark]; claim < claims[mark + 1]; claim++) masks[mark] |= 1 << bases[claim];
  }
  return masks;
}

/** @param {Int32Array} claims @param {Int32Array} cited @param {Int32Array} excerpts */
function marksByExcerpt(claims, cited, excerpts) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (let mark = 0; mark + 1 < claims.length; mark++) {
    for (let at = cited[claims[mark]]; at < cited[claims[mark + 1]]; at++) {
      const marks = found.get(excerpts[at]);
      if (!marks) found.set(excerpts[at], [mark]);
      else if (marks.at(-1) !== mark) marks.push(mark);
    }
  }
  return found;
}
