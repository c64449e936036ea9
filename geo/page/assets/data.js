/**
 * The atlas as the page gets it (one JSON blob; the fields are those of the data
 * contract) and the look-ups the page needs.
 *
 * @typedef {import("./view.js").Basis} Basis
 * @typedef {Record<string, string>} Names language tag to name
 * @typedef {{colour: string, pattern: string, code: string}} Symbol
 * @typedef {Symbol & {id: string, names: Names, group: string, visible: boolean}} Layer
 * @typedef {Symbol & {id: string, names: Names, kind: string, aliases?: string[]}} Actor
 * @typedef {{id: string, kind: string, title: string, author?: string, publisher?: string,
 *   published?: string, published_note?: string, url?: string, via?: string, read: string,
 *   grade: string, grade_reason: string, licence?: string}} Source
 * @typedef {{id: string, source: string, start: number, end: number, exact: string,
 *   modality: string, hedges: string[], note?: string}} Excerpt offsets in UTF-16 units
 * @typedef {{start: number, end: number}} Span
 * @typedef {{about: string, sentence: string, absent?: string[]}} Silence
 * @typedef {{id: string, sentence: string, about: string, actor?: string, verb?: string,
 *   basis: Basis, excerpts: string[], sources: string[], as_of?: string, note?: string,
 *   disputes: string[]}} Claim
 * @typedef {{id: string, layer: string, kind: string, names: Names, country?: string, aliases?: string[],
 *   route?: string, order?: number,
 *   position: {basis: Basis, note: string, source?: string}, claims: Claim[],
 *   silences: Silence[], shape: import("./geometry.js").Shape|null, excerpts: string[]}} Mark
 * @typedef {{type: string, features: any[]}} FeatureCollection
 * @typedef {{title: Names, subtitle: Names, asOf: Names, disclaimer: Names, languages: string[],
 *   findings: string[], silences: Silence[], layers: Layer[], actors: Map<string, Actor>, sources: Map<string, Source>,
 *   article: {source: string, text: string, sha256: string, paragraphs: Span[]}, excerpts: Map<string, Excerpt>,
 *   marks: Map<string, Mark>, claims: Map<string, {claim: Claim, mark: Mark}>,
 *   disputedBy: Map<string, string[]>, marksOf: Map<string, Mark[]>,
 *   tour: string[], basemap: Record<string, FeatureCollection>, digest: string,
 *   tiles: boolean}} Atlas
 */

import { shapeOf } from "./geometry.js";
import { paragraphs, utf16Offsets } from "./text.js";
import { BASES } from "./view.js";

/** @param {any} blob @returns {Atlas} */
export function readAtlas(blob) {
  const offset = utf16Offsets(blob.article.text);
  /** @type {Excerpt[]} */
  const anchored = blob.excerpts.map((/** @type {Excerpt} */ excerpt) => ({
    ...excerpt,
    start: offset(excerpt.start),
    end: offset(excerpt.end),
  }));
  const excerpts = byId(anchored);
  /** @type {Mark[]} */
  const drawn = blob.features.map((/** @type {any} */ feature) => markOf(feature, excerpts));
  const marks = byId(drawn);
  /** @type {Map<string, {claim: Claim, mark: Mark}>} */
  const claims = new Map();
  for (const mark of marks.values()) {
    for (const claim of mark.claims) claims.set(claim.id, { claim, mark });
  }
  return {
    ...blob,
    article: { ...blob.article, paragraphs: paragraphs(blob.article.text) },
    actors: byId(blob.actors),
    sources: byId(blob.sources),
    excerpts,
    marks,
    claims,
    disputedBy: grouped([...claims.values()], ({ claim }) => claim.disputes, ({ claim }) => claim.id),
    marksOf: grouped([...marks.values()], (mark) => mark.excerpts, (mark) => mark),
  };
}

/** @param {any} feature @param {Map<string, Excerpt>} excerpts @returns {Mark} */
function markOf({ geometry, ...rest }, excerpts) {
  const cited = new Set(rest.claims.flatMap((/** @type {Claim} */ claim) => claim.excerpts));
  const start = (/** @type {string} */ id) => /** @type {Excerpt} */ (excerpts.get(id)).start;
  return {
    ...rest,
    shape: geometry && shapeOf(geometry),
    excerpts: /** @type {string[]} */ ([...cited]).sort((a, b) => start(a) - start(b)),
  };
}

/** @template {{id: string}} T @param {T[]} records @returns {Map<string, T>} */
const byId = (records) => new Map(records.map((record) => [record.id, record]));

/** @template T, V @param {T[]} items @param {(item: T) => string[]} keys @param {(item: T) => V} value */
function grouped(items, keys, value) {
  /** @type {Map<string, V[]>} */
  const groups = new Map();
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(value(item));
      else groups.set(key, [value(item)]);
    }
  }
  return groups;
}

/**
 * The strongest basis among the claims of a mark that the filter lets through;
 * undefined when none is, and then the mark isn't drawn.
 * @param {Mark} mark @param {ReadonlySet<Basis>} bases
 */
export const basisOf = (mark, bases) =>
  BASES.find((basis) => bases.has(basis) && mark.claims.some((claim) => claim.basis === basis));

/**
 * What a view holds when this mark is chosen: the excerpt asked for, if it is one of
 * the mark's, else its first.
 * @param {Mark|undefined} mark @param {string|null} [excerpt]
 */
export const selection = (mark, excerpt) => ({
  feature: mark?.id ?? null,
  excerpt: excerpt && mark?.excerpts.includes(excerpt) ? excerpt : (mark?.excerpts[0] ?? null),
});

/** Is this mark on the screen? @param {Mark} mark @param {import("./view.js").View} view */
export const isShown = (mark, view) =>
  view.layers.has(mark.layer) && basisOf(mark, view.bases) !== undefined;

/** The name in a language, or in English, or whatever there is. @param {Names} names @param {string} language */
export const nameIn = (names, language) => names[language] ?? names.en ?? Object.values(names)[0];

/** The actors that the claims citing an excerpt are about. @param {Atlas} atlas @param {string} excerpt */
export function actorsOf(atlas, excerpt) {
  const ids = (atlas.marksOf.get(excerpt) ?? [])
    .flatMap((mark) => mark.claims)
    .filter((claim) => claim.actor && claim.excerpts.includes(excerpt))
    .map((claim) => /** @type {string} */ (claim.actor));
  return [...new Set(ids)].map((id) => /** @type {Actor} */ (atlas.actors.get(id)));
}
