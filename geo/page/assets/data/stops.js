/**
 * Stops: the marks on the screen in the order of a journey along the corridor, and
 * their excerpts. The atlas has the order, its itinerary; the view says which are shown.
 *
 * @typedef {import("./atlas.js").Atlas} Atlas
 * @typedef {import("./atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").View} View
 * @typedef {{feature: string, excerpt: string|null}} Step
 * @typedef {{kind: "headline"|"finding"|"silences"|"mark", finding?: import("./atlas.js").Finding, mark?: Mark}} TourStop
 */

import { firstOf, isShown } from "./atlas.js";

/** @type {{atlas: Atlas, layers: View["layers"], bases: View["bases"], stops: Mark[]}|undefined} */
let last;

/** The stops of a view. @param {Atlas} atlas @param {View} view @returns {Mark[]} */
export function stopsOf(atlas, view) {
  const { layers, bases } = view;
  if (last?.atlas !== atlas || last.layers !== layers || last.bases !== bases) {
    const stops = atlas.itinerary.filter((mark) => mark.isOnMap && isShown(mark, view));
    last = { atlas, layers, bases, stops };
  }
  return last.stops;
}

/**
 * The next or previous step: through every excerpt of every stop. From a mark that is no stop, through its own
 * excerpts alone. Undefined beyond the ends.
 * @param {Atlas} atlas @param {View} view @param {1|-1} by @returns {Step|undefined}
 */
export function stepFrom(atlas, view, by) {
  const mark = atlas.marks.get(view.feature ?? "");
  const at = mark && view.excerpt ? mark.excerpts.indexOf(view.excerpt) : -1;
  if (!mark || at < 0) return undefined;
  const own = mark.excerpts[at + by];
  if (own) return { feature: mark.id, excerpt: own };
  const stops = stopsOf(atlas, view);
  const from = stops.indexOf(mark);
  const onward = from < 0 ? [] : by > 0 ? stops.slice(from + 1) : stops.slice(0, from).reverse();
  const stop = onward.find((candidate) => candidate.isQuoted);
  return stop && { feature: stop.id, excerpt: stop.excerpts.at(by > 0 ? 0 : -1) ?? null };
}

/**
 * The stops of the guided tour: the headline, each finding, and what is not said; in an atlas without findings, its marks.
 * @param {Atlas} atlas @param {View} view @returns {TourStop[]}
 */
export function tourOf(atlas, view) {
  if (!atlas.findings.length) return stopsOf(atlas, view).map((mark) => ({ kind: "mark", mark }));
  const findings = atlas.findings.map((finding) => ({
    kind: /** @type {const} */ ("finding"),
    finding,
    mark: firstOf(atlas, finding.claims)?.mark,
  }));
  const opening = atlas.headline ? [{ kind: /** @type {const} */ ("headline") }] : [];
  const silences = atlas.silences.length ? [{ kind: /** @type {const} */ ("silences") }] : [];
  return [...opening, ...findings, ...silences];
}
