/**
 * The claims of a view as a table: CSV (RFC 4180), UTF-8 with a byte order mark, all cells quoted. A cell that a
 * spreadsheet would take for a formula is guarded by an apostrophe, as geo/formats/csv.py guards it.
 */

import { nameIn, sourceOf } from "../data/atlas.js";
import { layerOf } from "../data/layers.js";
import { sentenceIn } from "../data/translation.js";
import { representativePoint } from "./representative_point.js";
import { claimsOf, marksOf, placeOf } from "./shown.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Claim} Claim
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").View} View
 * @typedef {Record<string, string|number|null|undefined>} Row
 */

/** @param {Atlas} atlas @param {View} view @param {string} link to the view */
export function csvOf(atlas, view, link) {
  const last = {
    as_of: nameIn(atlas.asOf, view.language),
    disclaimer: nameIn(atlas.disclaimer, view.language),
    atlas_sha256: atlas.digest,
    link,
  };
  const rows = claimRows(atlas, view).map((row) => ({ ...row, ...last })); // in every row: a table is copied without its file
  const columns = Object.keys(rows[0] ?? last);
  const lines = [columns, ...rows.map((row) => Object.values(row))];
  return `\ufeff${lines.map((cells) => cells.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

/** A row for each claim of each mark that is shown. @param {Atlas} atlas @param {View} view @returns {Row[]} */
export const claimRows = (atlas, view) =>
  marksOf(atlas, view).flatMap((mark) =>
    claimsOf(mark, view).map((claim) => ({
      ...markCells(mark, atlas, view),
      ...claimCells(claim, atlas, view),
      ...sourceCells(claim, atlas, view),
    })),
  );

/** @param {Mark} mark @param {Atlas} atlas @param {View} view @returns {Row} */
function markCells(mark, atlas, { language }) {
  const layer = layerOf(atlas, mark);
  const shape = placeOf(mark);
  return {
    mark: nameIn(mark.names, language),
    kind: mark.kind,
    layer: layer ? nameIn(layer.names, language) : mark.layer,
    shape: shape?.kind,
    ...pointCells(mark),
    within: mark.holder && nameIn(mark.holder.names, language),
    feature_id: mark.id,
  };
}

/** Where a mark is drawn, as geo/formats/reason_rows.py has it; all are empty without a place. @param {Mark} mark @returns {Row} */
function pointCells(mark) {
  const shape = placeOf(mark);
  const point = shape && representativePoint(shape, mark.kind);
  return {
    longitude: point?.longitude,
    latitude: point?.latitude,
    precision: point?.precision,
    position_basis: point ? mark.position?.basis : undefined,
  };
}

/** @param {Claim} claim @param {Atlas} atlas @param {View} view @returns {Row} */
function claimCells(claim, atlas, { language }) {
  const own = (/** @type {import("../data/atlas.js").Names|undefined} */ texts) =>
    texts && sentenceIn(texts, language, atlas.article.language).text;
  const against = [
    ...claim.relations.filter(({ kind }) => kind === "contradicts").map(({ to }) => to),
    ...atlas
      .relationsTo(claim.id)
      .filter(({ relation }) => relation.kind === "contradicts")
      .map((related) => related.claim.id),
  ];
  return {
    basis: claim.basis,
    claim: own(claim.sentence),
    words_as_printed: claim.words,
    modality: claim.modality,
    hedge_as_printed: claim.hedges.join("; "),
    quotes: claim.excerpts.map((id) => atlas.excerpts.get(id)?.exact).join(" … "),
    at: claim.at,
    said: claim.said,
    note: own(claim.note),
    premises: claim.from.join(" "),
    in_dispute_with: against.map((id) => own(atlas.claims.get(id)?.claim.sentence) ?? id).join("; "),
    claim_id: claim.id,
    excerpt_ids: claim.excerpts.join(" "),
  };
}

/** Where a claim is from: its own source, or that of its excerpts. @param {Claim} claim @param {Atlas} atlas @param {View} view @returns {Row} */
function sourceCells(claim, atlas, { language }) {
  const source = atlas.sources.get(sourceOf(claim, atlas) ?? "");
  return {
    source: source?.title,
    publisher: source?.publisher,
    author: source?.author,
    genre: source?.genre && sentenceIn(source.genre, language, atlas.article.language).text,
    published: source?.published,
    dated_by_us: source?.dated?.at,
    grade: source?.grade,
    url: source?.url,
    source_id: source?.id,
  };
}

/** @param {string|number|null|undefined} value */
const cellOf = (value) => `"${(typeof value === "number" ? String(value) : guarded(value ?? "")).replaceAll('"', '""')}"`;

/** The cell in a form that no spreadsheet runs: an apostrophe before what could be a formula, and before an apostrophe. A number
 * is none, below zero either. @param {string} cell */
export function guarded(cell) {
  const first = [...cell].find((letter) => letter > " " && !/[\s\x85]/.test(letter));
  return /^['\t\r\n]/.test(cell) || (first && "=+-@＝＋－＠".includes(first)) ? `'${cell}` : cell;
}
