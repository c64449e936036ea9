/**
 * Reads the atlas from the page's data (the fields are those of the data contract), with the look-ups that the page
 * needs: `placed` are the marks with a shape, `onMap` the marks that the map shows, `elsewhere` the others, `itinerary` the marks in the order of
 * a journey, `claimsOn` the number of claims on each basis, `tallies` the numbers of marks of each layer.
 *
 * @typedef {import("../core/store.js").Basis} Basis
 * @typedef {Record<string, string>} Names language tag to name
 * @typedef {{colour: string, pattern: string, code: string}} Symbol
 * @typedef {Symbol & {id: string, names: Names, group: string, visible: boolean, force?: string}} Layer
 *   force is the mark whose words stand beside the layer's name
 * @typedef {Symbol & {id: string, names: Names, kind: string, aliases?: string[]}} Actor
 * @typedef {{id: string, kind: string, title: string, author?: string, publisher?: string, genre?: Names,
 *   published?: string, dated?: {at: string, basis: Basis, note: Names}, url?: string, via?: Names, read: Names,
 *   grade: string, grade_reason: Names, licence?: string}} Source
 * @typedef {{id: string, source: string, start: number, end: number, exact: string, note?: Names}} Excerpt offsets in UTF-16 units
 * @typedef {{start: number, end: number}} Span
 * @typedef {{about: string, sentence: Names, absent?: string[]}} Silence
 * @typedef {{sentence: Names, short?: Names, claims: string[]}} Finding
 * @typedef {{id: string, names: Names, short?: Names, shape: "square"|"diamond"|"circle", hue: string, stated: boolean}} Part
 * @typedef {{kind: string, to: string, on?: string, note?: Names}} Relation
 * @typedef {{id: string, sentence: Names, about: string, actors: string[], basis: Basis, words?: string, modality?: string,
 *   hedges: string[], excerpts: string[], source?: string, from: string[], at?: string, said?: string, note?: Names,
 *   relations: Relation[]}} Claim excerpts are its own, or those of the claims that it is inferred from
 * @typedef {{claim: Claim, relation: Relation}} Related
 * @typedef {{id: string, names: Names, at: [number, number]|null}} Holder what unplaced marks are said to be within, named at lon, lat
 * @typedef {import("./feature.js").MarkRecord} Mark
 * @typedef {{id?: string, names?: any, label?: [number, number], kind?: string, together?: string,
 *   shape: import("../map/geometry.js").Shape}} Drawn a feature of the basemap
 * @typedef {{title: Names, subtitle: Names, asOf: Names, disclaimer: Names, languages: string[],
 *   headline: (Finding & {hedge: Names, dispute?: Finding})|null, findings: Finding[], silences: Silence[], parts: Part[], layers: Layer[], actors: Map<string, Actor>, sources: Map<string, Source>,
 *   article: {source: string, language: string, text: string, sha256: string, paragraphs: import("../core/text.js").Paragraph[]}, excerpts: Records<Excerpt>,
 *   marks: Records<Mark>, claims: Records<{claim: Claim, mark: Mark}>, placed: Mark[], onMap: Mark[], elsewhere: Mark[], itinerary: Mark[],
 *   holders: Holder[], membersOf: (holder: Holder) => Mark[], claimsOn: number[], tallies: Map<string, number[]>,
 *   relationsTo: (claim: string) => Related[], marksOf: (excerpt: string) => Mark[], marksStating: (excerpt: string) => Mark[],
 *   excerptsIn: (start: number, end: number) => Excerpt[], stepsOf: (route: string) => number,
 *   basemap: Record<string, Drawn[]>, symbology: import("../map/symbology.js").Symbology, relief: import("../map/relief.js").Relief|null, digest: string, tiles: boolean,
 *   west: number}} Atlas west is the longitude at which its map begins: all others are in the 360° from it
 */

import { digits } from "../core/language.js";
import { linksOf } from "./relations.js";
import { MarkRecord } from "./feature.js";
import { Shapes } from "./shapes.js";
import { Records, summed, unpacked } from "./columns.js";
import { paragraphs, utf16Offsets } from "../core/text.js";
import { BASES, bitsOf } from "../core/store.js";

/** @param {any} data what the map needs at once @param {import("./columns.js").Columns["read"]} read the rest @returns {Atlas} */
export function readAtlas(data, read) {
  const { article, blockSize } = data;
  const columns = { blockSize, read };
  const anchors = anchorsOf(data);
  const links = linksOf(data.marks);
  const shapes = new Shapes(data.marks.shapes);
  const excerpts = excerptsOf({ article, anchors }, columns);
  const holders = data.marks.holderNames;
  const tables = /** @type {import("./feature.js").Tables} */ ({ excerpts, links, shapes, holders }); // shared by all marks
  /** @type {Records<Mark>} */
  const marks = new Records("marks", data.marks.size, columns, (at) => new MarkRecord(at, tables));
  /** @type {Atlas["claims"]} */
  const claims = new Records("claims", links.bases.length, columns, (at) => {
    return { claim: claimOf(at, claims, links, excerpts), mark: marks.at(links.markOf(at)) };
  });
  Object.assign(tables, { marks, claims });
  const onMap = marks.all().filter((mark) => mark.isOnMap);
  const elsewhere = marks.all().filter((mark) => !mark.isOnMap);
  const marksAt = (/** @type {string} */ excerpt, /** @type {(number: number) => number[]} */ find) => {
    const number = excerpts.numberOf(excerpt);
    return number === undefined ? [] : find(number).map((at) => marks.at(at));
  };
  return {
    ...data,
    article: { ...article, paragraphs: paragraphs(article.text, article.numbers) },
    basemap: Object.fromEntries(Object.entries(data.basemap ?? {}).map(([name, drawn]) => [name, drawnOf(drawn)])),
    actors: indexedById(data.actors),
    sources: indexedById(data.sources),
    excerpts,
    marks,
    claims,
    claimsOn: BASES.map((_, basis) => links.bases.filter((other) => other === basis).length),
    placed: onMap.filter((mark) => mark.isPlaced),
    onMap,
    elsewhere,
    holders,
    membersOf: (holder) => links.within(holders.indexOf(holder) + 1).map((at) => marks.at(at)),
    tallies: talliesOf(onMap),
    itinerary: Array.from(summed(unpacked(data.marks.itinerary)), (at) => marks.at(at)),
    relationsTo: lookUp(() => relationsOf(claims), []),
    stepsOf: lookUp(() => stepsOf(marks), 0),
    excerptsIn(start, end) {
      const touch = [];
      for (let at = 0; at < excerpts.size; at++) if (anchors.starts[at] < end && anchors.ends[at] > start) touch.push(excerpts.at(at));
      return touch.filter((excerpt) => excerpt.source === article.source);
    },
    marksOf: (excerpt) => marksAt(excerpt, links.marksCiting),
    marksStating: (excerpt) => marksAt(excerpt, links.marksStating),
  };
}

/** @param {any} packed @returns {Drawn[]} */
function drawnOf({ features, shapes: packed }) {
  const shapes = new Shapes(packed);
  return features.map((/** @type {any} */ feature, /** @type {number} */ at) => ({ ...feature, shape: shapes.at(at) }));
}

/** Where excerpts begin and end, in UTF-16 units of their source. @param {any} data */
function anchorsOf({ article, excerpts: { starts, lengths } }) {
  const offset = utf16Offsets(article.text);
  const [from, long] = [summed(unpacked(starts)), unpacked(lengths)];
  return { starts: from.map(offset), ends: from.map((start, at) => offset(start + long[at])) };
}

/** @param {{article: any, anchors: ReturnType<typeof anchorsOf>}} text @param {import("./columns.js").Columns} columns @returns {Records<Excerpt>} */
function excerptsOf({ article, anchors: { starts, ends } }, columns) {
  const keys = ["id", "source", "note"];
  /** @type {Records<Excerpt>} */
  const records = new Records("excerpts", starts.length, columns, (at) => {
    const [start, end] = [starts[at], ends[at]];
    const exact = records.value("exact", at) ?? article.text.slice(start, end);
    return { ...records.pick(keys, at), start, end, exact };
  });
  return records;
}

/** @param {number} at @param {Atlas["claims"]} claims @param {import("./relations.js").Links} links
 * @param {Records<Excerpt>} excerpts @returns {Claim} */
function claimOf(at, claims, links, excerpts) {
  const keys = ["id", "sentence", "about", "words", "modality", "source", "at", "said", "note"];
  const lists = Object.fromEntries(["actors", "hedges", "from", "relations"].map((key) => [key, claims.value(key, at) ?? []]));
  const cited = Array.from(links.citedBy(at), (number) => excerpts.value("id", number));
  return { ...claims.pick(keys, at), ...lists, basis: BASES[links.bases[at]], excerpts: cited };
}

/** A look-up whose entries are made at its first use. @template T @param {() => Map<string, T>} make @param {T} none */
function lookUp(make, none) {
  /** @type {Map<string, T>|undefined} */
  let entries;
  return (/** @type {string} */ id) => (entries ??= make()).get(id) ?? none;
}

/** How many marks each route has. @param {Records<Mark>} marks */
function stepsOf(marks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const route of marks.column("route")) counts.set(route, (counts.get(route) ?? 0) + 1);
  return counts;
}

/** The claims that relate to each claim, and how. @param {Atlas["claims"]} claims */
function relationsOf(claims) {
  /** @type {Map<string, Related[]>} */
  const groups = new Map();
  for (const [at, relations] of claims.column("relations").entries()) {
    for (const relation of relations ?? []) {
      groups.set(relation.to, [...(groups.get(relation.to) ?? []), { claim: claims.at(at).claim, relation }]);
    }
  }
  return groups;
}

/** @template {{id: string}} T @param {T[]} records @returns {Map<string, T>} */
const indexedById = (records) => new Map(records.map((record) => [record.id, record]));

/**
 * The strongest basis among the claims of a mark that the filter lets through;
 * undefined when none is, and then the mark isn't drawn.
 * @param {Mark} mark @param {ReadonlySet<Basis>} bases
 */
export const basisOf = (mark, bases) => BASES.find((basis, at) => mark.bases & (1 << at) && bases.has(basis));

/** The same among its own claims, without those of a whole. @param {Mark} mark @param {ReadonlySet<Basis>} bases */
export const ownBasisOf = (mark, bases) => BASES.find((basis, at) => mark.ownBases & (1 << at) && bases.has(basis));

/** The basis that a mark is drawn with: not stated where its position is inferred. @param {Mark} mark @param {ReadonlySet<Basis>} bases */
export function lookOf(mark, bases) {
  const basis = basisOf(mark, bases);
  return basis === "stated" && mark.isGuessed ? "inferred" : basis;
}

/** Is a stretch, or a whole that it is a part of, said to be used? @param {Mark} mark @param {ReadonlySet<Basis>} bases */
export const isUsed = (mark, bases) => bases.has("stated") && mark.uses.length > 0;

/** Is a claim said as a plain assertion, as far as its modality goes? @param {Pick<Claim, "modality">} claim */
export const isAsserted = ({ modality = "asserted" }) => modality === "asserted";

/** The id of the source of a claim: its own, or that of its excerpts. @param {Claim} claim @param {Atlas} atlas */
export const sourceOf = ({ source, excerpts }, atlas) => source ?? atlas.excerpts.get(excerpts[0] ?? "")?.source;

/** The first of these claims that the page has, with its mark. @param {Atlas} atlas @param {string[]} claims */
export const firstOf = ({ claims: all }, claims) => all.get(claims.find((id) => all.has(id)) ?? "");

/**
 * The view's values when this mark is chosen: the mark, and the excerpt asked for if it is an excerpt of
 * the mark, else the mark's first.
 * @param {Mark|undefined} mark @param {string|null} [excerpt]
 */
export const selection = (mark, excerpt) => ({
  feature: mark?.id ?? null,
  excerpt: excerpt && mark?.excerpts.includes(excerpt) ? excerpt : (mark?.excerpts[0] ?? null),
});

/** The view's values when a claim is asked for, or a mark: the claim says which mark it is about.
 * @param {Atlas} atlas @param {{feature?: string|null, excerpt?: string|null, claim?: string|null}} asked */
export function choiceOf(atlas, { feature, excerpt, claim }) {
  const found = atlas.claims.get(claim ?? "");
  const mark = found?.mark ?? atlas.marks.get(feature ?? "");
  return { ...selection(mark, excerpt ?? found?.claim.excerpts[0]), claim: found?.claim.id ?? null };
}

/** The number of the first finding that rests on one of the claims, in the reader's digits.
 * @param {Atlas} atlas @param {Claim[]} claims @param {string} language */
export function numberOf({ findings }, claims, language) {
  const at = findings.findIndex((finding) => claims.some(({ id }) => finding.claims.includes(id)));
  return at < 0 ? undefined : digits(language, at + 1);
}

/** The number of marks of some layers that the filter lets through. @param {Atlas} atlas @param {import("../core/store.js").View} view @param {Iterable<string>} layers */
export function tally({ tallies }, { bases }, layers) {
  const bits = bitsOf(bases);
  const of = (/** @type {string} */ layer) => tallies.get(layer)?.reduce((sum, number, mask) => sum + (mask & bits ? number : 0), 0) ?? 0;
  return [...layers].reduce((sum, layer) => sum + of(layer), 0);
}

/** How many marks on the map each layer has for each set of bases. @param {Mark[]} onMap */
function talliesOf(onMap) {
  /** @type {Map<string, number[]>} */
  const tallies = new Map();
  for (const { layer, bases } of onMap) {
    const numbers = tallies.get(layer) ?? new Array(1 << BASES.length).fill(0);
    numbers[bases]++;
    tallies.set(layer, numbers);
  }
  return tallies;
}

/** Is this mark on the screen? @param {Mark} mark @param {import("../core/store.js").View} view */
export const isShown = (mark, view) => view.layers.has(mark.layer) && basisOf(mark, view.bases) !== undefined;

/** The name in a language; without it in English, else in the first language that there is. @param {Names} names @param {string} language */
export const nameIn = (names, language) => (Object.hasOwn(names, language) ? names[language] : (names.en ?? Object.values(names)[0]));

/** The marks that an excerpt speaks of; where a narrowed view hides them, the marks that rest on it. @param {Atlas} atlas @param {string} excerpt */
export function subjectsOf(atlas, excerpt) {
  const stated = atlas.marksStating(excerpt);
  return stated.length ? stated : atlas.marksOf(excerpt);
}

/** The actors of whom the article's words say something. @param {Atlas} atlas @param {string} excerpt */
export function actorsOf(atlas, excerpt) {
  const ids = atlas
    .marksStating(excerpt)
    .flatMap((mark) => mark.claims)
    .filter((claim) => claim.basis === "stated" && claim.excerpts.includes(excerpt))
    .flatMap((claim) => claim.actors);
  return [...new Set(ids)].map((id) => /** @type {Actor} */ (atlas.actors.get(id)));
}
