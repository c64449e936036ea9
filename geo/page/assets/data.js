/**
 * The atlas as the page gets it (the fields are those of the data contract) and the
 * look-ups the page needs: `placed` are the marks with a shape, `tour` all in the order of a
 * journey, `claimsOn` the number of claims on each basis, `tallies` of marks of each layer.
 *
 * @typedef {import("./view.js").Basis} Basis
 * @typedef {Record<string, string>} Names language tag to name
 * @typedef {{colour: string, pattern: string, code: string}} Symbol
 * @typedef {Symbol & {id: string, names: Names, group: string, visible: boolean, verb?: string}} Layer
 *   verb is what the article says that the layer's actor does
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
 * @typedef {import("./mark.js").MarkRecord} Mark
 * @typedef {{id?: string, names?: any, label?: [number, number], kind?: string, together?: string,
 *   shape: import("./geometry.js").Shape}} Drawn a feature of the basemap
 * @typedef {{title: Names, subtitle: Names, asOf: Names, disclaimer: Names, languages: string[],
 *   findings: string[], silences: Silence[], layers: Layer[], actors: Map<string, Actor>, sources: Map<string, Source>,
 *   article: {source: string, text: string, sha256: string, paragraphs: Span[]}, excerpts: Records<Excerpt>,
 *   marks: Records<Mark>, claims: Records<{claim: Claim, mark: Mark}>, placed: Mark[], tour: Mark[],
 *   claimsOn: number[], tallies: Map<string, number[]>, disputedBy: (claim: string) => Claim[], marksOf: (excerpt: string) => Mark[],
 *   excerptsIn: (start: number, end: number) => Excerpt[], stepsOf: (route: string) => number,
 *   basemap: Record<string, Drawn[]>, digest: string, tiles: boolean}} Atlas
 */

import { linksOf } from "./links.js";
import { MarkRecord } from "./mark.js";
import { Shapes } from "./shapes.js";
import { Records, summed, unpacked } from "./tables.js";
import { paragraphs, utf16Offsets } from "./text.js";
import { BASES, bitsOf } from "./view.js";

/** @param {any} data what the map needs at once @param {import("./tables.js").Columns["read"]} read the rest @returns {Atlas} */
export function readAtlas(data, read) {
  const { article, block } = data;
  const columns = { block, read };
  const anchors = anchorsOf(data);
  const links = linksOf(data.marks);
  const shapes = new Shapes(data.marks.shapes);
  const excerpts = excerptsOf({ article, anchors }, columns);
  const tables = /** @type {import("./mark.js").Tables} */ ({ excerpts, links, shapes }); // one for all marks
  /** @type {Records<Mark>} */
  const marks = new Records("marks", data.marks.size, columns, (at) => new MarkRecord(at, tables));
  /** @type {Atlas["claims"]} */
  const claims = new Records("claims", links.bases.length, columns, (at) => {
    return { claim: claimOf(at, claims, links, excerpts), mark: marks.at(links.markOf(at)) };
  });
  Object.assign(tables, { marks, claims });
  const placed = marks.all().filter((mark) => mark.isPlaced);
  return {
    ...data,
    article: { ...article, paragraphs: paragraphs(article.text) },
    basemap: Object.fromEntries(Object.entries(data.basemap ?? {}).map(([name, drawn]) => [name, drawnOf(drawn)])),
    actors: byId(data.actors),
    sources: byId(data.sources),
    excerpts,
    marks,
    claims,
    claimsOn: BASES.map((_, basis) => links.bases.filter((one) => one === basis).length),
    placed,
    tallies: talliesOf(placed),
    tour: Array.from(summed(unpacked(data.marks.tour)), (at) => marks.at(at)),
    disputedBy: lookUp(() => disputesOf(claims), []),
    stepsOf: lookUp(() => stepsOf(marks), 0),
    excerptsIn(start, end) {
      const touch = [];
      for (let at = 0; at < excerpts.size; at++) if (anchors.starts[at] < end && anchors.ends[at] > start) touch.push(excerpts.at(at));
      return touch.filter((one) => one.source === article.source);
    },
    marksOf(id) {
      const number = excerpts.numberOf(id);
      return number === undefined ? [] : links.marksCiting(number).map((at) => marks.at(at));
    },
  };
}

/** @param {any} packed @returns {Drawn[]} */
function drawnOf({ features, shapes: packed }) {
  const shapes = new Shapes(packed);
  return features.map((/** @type {any} */ one, /** @type {number} */ at) => ({ ...one, shape: shapes.at(at) }));
}

/** Where excerpts begin and end, in UTF-16 units of their source. @param {any} data */
function anchorsOf({ article, excerpts: { starts, lengths } }) {
  const offset = utf16Offsets(article.text);
  const [from, long] = [summed(unpacked(starts)), unpacked(lengths)];
  return { starts: from.map(offset), ends: from.map((start, at) => offset(start + long[at])) };
}

/** @param {{article: any, anchors: ReturnType<typeof anchorsOf>}} text @param {import("./tables.js").Columns} columns @returns {Records<Excerpt>} */
function excerptsOf({ article, anchors: { starts, ends } }, columns) {
  const keys = ["id", "source", "modality", "hedges", "note"];
  /** @type {Records<Excerpt>} */
  const records = new Records("excerpts", starts.length, columns, (at) => {
    const [start, end] = [starts[at], ends[at]];
    const exact = records.value("exact", at) ?? article.text.slice(start, end);
    return { ...records.pick(keys, at), start, end, exact };
  });
  return records;
}

/** @param {number} at @param {Atlas["claims"]} claims @param {import("./links.js").Links} links
 * @param {Records<Excerpt>} excerpts @returns {Claim} */
function claimOf(at, claims, links, excerpts) {
  const keys = ["id", "sentence", "about", "actor", "verb", "sources", "as_of", "note", "disputes"];
  const cited = Array.from(links.citedBy(at), (number) => excerpts.value("id", number));
  return { ...claims.pick(keys, at), basis: BASES[links.bases[at]], excerpts: cited };
}

/** A look-up that is made when it is first asked. @template T @param {() => Map<string, T>} make @param {T} none */
function lookUp(make, none) {
  /** @type {Map<string, T>|undefined} */
  let found;
  return (/** @type {string} */ id) => (found ??= make()).get(id) ?? none;
}

/** How many marks each route has. @param {Records<Mark>} marks */
function stepsOf(marks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const route of marks.column("route")) counts.set(route, (counts.get(route) ?? 0) + 1);
  return counts;
}

/** The claims that speak against each claim. @param {Atlas["claims"]} claims */
function disputesOf(claims) {
  /** @type {Map<string, Claim[]>} */
  const groups = new Map();
  for (const [at, disputes] of claims.column("disputes").entries()) {
    for (const id of disputes) {
      if (!groups.has(id)) groups.set(id, []);
      groups.get(id)?.push(claims.at(at).claim);
    }
  }
  return groups;
}

/** @template {{id: string}} T @param {T[]} records @returns {Map<string, T>} */
const byId = (records) => new Map(records.map((record) => [record.id, record]));

/**
 * The strongest basis among the claims of a mark that the filter lets through;
 * undefined when none is, and then the mark isn't drawn.
 * @param {Mark} mark @param {ReadonlySet<Basis>} bases
 */
export const basisOf = (mark, bases) => BASES.find((basis, at) => mark.bases & (1 << at) && bases.has(basis));

/**
 * What a view holds when this mark is chosen: the excerpt asked for, if it is one of
 * the mark's, else its first.
 * @param {Mark|undefined} mark @param {string|null} [excerpt]
 */
export const selection = (mark, excerpt) => ({
  feature: mark?.id ?? null,
  excerpt: excerpt && mark?.excerpts.includes(excerpt) ? excerpt : (mark?.excerpts[0] ?? null),
});

/** How many marks of some layers the filter lets through. @param {Atlas} atlas @param {import("./view.js").View} view @param {Iterable<string>} layers */
export function tally({ tallies }, { bases }, layers) {
  const bits = bitsOf(bases);
  const of = (/** @type {string} */ layer) => tallies.get(layer)?.reduce((sum, number, mask) => sum + (mask & bits ? number : 0), 0) ?? 0;
  return [...layers].reduce((sum, layer) => sum + of(layer), 0);
}

/** How many placed marks each layer has for each set of bases. @param {Mark[]} placed */
function talliesOf(placed) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const { layer, bases } of placed) {
    const numbers = found.get(layer) ?? new Array(1 << BASES.length).fill(0);
    numbers[bases]++;
    found.set(layer, numbers);
  }
  return found;
}

/** Is this mark on the screen? @param {Mark} mark @param {import("./view.js").View} view */
export const isShown = (mark, view) =>
  view.layers.has(mark.layer) && basisOf(mark, view.bases) !== undefined;

/** The name in a language, or in English, or whatever there is. @param {Names} names @param {string} language */
export const nameIn = (names, language) => (Object.hasOwn(names, language) ? names[language] : (names.en ?? Object.values(names)[0]));

/** The actors that the claims citing an excerpt are about. @param {Atlas} atlas @param {string} excerpt */
export function actorsOf(atlas, excerpt) {
  const ids = atlas
    .marksOf(excerpt)
    .flatMap((mark) => mark.claims)
    .filter((claim) => claim.actor && claim.excerpts.includes(excerpt))
    .map((claim) => /** @type {string} */ (claim.actor));
  return [...new Set(ids)].map((id) => /** @type {Actor} */ (atlas.actors.get(id)));
}
