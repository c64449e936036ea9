/**
 * The marks of a view as GeoJSON (RFC 7946): longitude and latitude, exterior rings counter-clockwise. What is not placed
 * has a null geometry, and `within` names what it is said to be in: no file gives it a position.
 */

import { nameIn } from "../data/atlas.js";
import { layerOf } from "../data/layers.js";
import { inside, signedArea } from "../map/geometry.js";
import { sidesOf } from "./cut.js";
import { claimsOf, degreesOf, marksOf, placeOf } from "./shown.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Claim} Claim
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../map/geometry.js").Shape} Shape
 * @typedef {import("../core/store.js").View} View
 * @typedef {[number, number][]} Line positions
 */

/** @param {Atlas} atlas @param {View} view @param {string} link to the view */
export function geojsonOf(atlas, view, link) {
  const about = {
    title: atlas.title,
    as_of: atlas.asOf,
    disclaimer: atlas.disclaimer,
    atlas_sha256: atlas.digest,
    article: atlas.sources.get(atlas.article.source),
    not_said: atlas.silences,
    layers: [...view.layers],
    bases: [...view.bases],
    link,
  };
  const features = marksOf(atlas, view).map((mark) => featureOf(mark, atlas, view));
  return JSON.stringify({ type: "FeatureCollection", atlas: about, features });
}

/** @param {Mark} mark @param {Atlas} atlas @param {View} view */
function featureOf(mark, atlas, view) {
  const shape = placeOf(mark);
  const layer = layerOf(atlas, mark);
  const properties = {
    id: mark.id, // many readers drop the member of this name
    title: nameIn(mark.names, view.language),
    names: mark.names,
    kind: mark.kind,
    layer: mark.layer,
    layer_name: layer && nameIn(layer.names, view.language),
    within: mark.holder?.id,
    within_name: mark.holder && nameIn(mark.holder.names, view.language),
    part: mark.part?.id,
    part_of: mark.wholes.map(({ id }) => id),
    position: mark.position,
    not_said: mark.silences ?? [],
    claims: claimsOf(mark, view).map((claim) => claimOf(claim, atlas)),
  };
  return { type: "Feature", id: mark.id, geometry: shape ? geometryOf(shape) : null, properties };
}

/** A claim with its excerpts and its source in full, in place of their ids. @param {Claim} claim @param {Atlas} atlas */
function claimOf(claim, atlas) {
  const excerpts = claim.excerpts.map((id) => {
    const excerpt = atlas.excerpts.get(id);
    return { id, source: excerpt?.source, quote: excerpt?.exact };
  });
  return { ...claim, excerpts, source: claim.source && (atlas.sources.get(claim.source) ?? claim.source) };
}

/** @param {Shape} shape */
export function geometryOf(shape) {
  const sides = sidesOf(shape).map((runs) => runs.map((run) => run.map(([x, y]) => degreesOf(x, y))));
  const [lines, { kind }] = [sides.flat(), shape];
  const several = (/** @type {string} */ type, /** @type {any[]} */ all) =>
    all.length === 1 ? { type, coordinates: all[0] } : { type: `Multi${type}`, coordinates: all };
  if (kind === "point") return several("Point", lines.flat());
  if (kind === "line") return several("LineString", lines);
  return several("Polygon", sides.flatMap(polygonsOf));
}

/** Rings as polygons: a ring within an even number of others is an exterior, any other a hole of the exterior round it.
 * @param {Line[]} rings @returns {Line[][]} */
function polygonsOf(rings) {
  const flat = rings.map((ring) => ring.flat());
  const round = rings.map((ring) => rings.filter((other, at) => other !== ring && inside([flat[at]], ...ring[0])));
  const isOuter = (/** @type {number} */ at) => round[at].length % 2 === 0;
  return rings.flatMap((ring, at) => {
    if (!isOuter(at)) return [];
    const holes = rings.filter(
      (_, other) => !isOuter(other) && round[other].includes(ring) && round[other].length === round[at].length + 1,
    );
    return [[wound(ring, true), ...holes.map((hole) => wound(hole, false))]];
  });
}

/** The ring, counter-clockwise or clockwise. @param {Line} ring @param {boolean} counter */
const wound = (ring, counter) => (signedArea(ring.flat()) > 0 === counter ? ring : ring.toReversed());
