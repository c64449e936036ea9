/**
 * The tour: the marks on the screen in the order of a journey along the corridor,
 * and their excerpts. The atlas has the order (`tour`); the view says which are shown.
 *
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {import("./data.js").Mark} Mark
 * @typedef {import("./view.js").View} View
 * @typedef {{feature: string, excerpt: string|null}} Step
 */

import { isShown } from "./data.js";

/** The marks that a tour stops at. @param {Atlas} atlas @param {View} view @returns {Mark[]} */
export const stopsOf = (atlas, view) =>
  atlas.tour.flatMap((id) => atlas.marks.get(id) ?? []).filter((mark) => mark.shape && isShown(mark, view));

/**
 * Where next and previous lead: through every excerpt of every stop; through its own
 * when the chosen mark is none of them.
 * @param {Atlas} atlas @param {View} view @returns {Step[]}
 */
export function stepsOf(atlas, view) {
  const stops = stopsOf(atlas, view);
  const own = atlas.marks.get(view.feature ?? "");
  const marks = own && !stops.includes(own) ? [own] : stops;
  return marks.flatMap((mark) => mark.excerpts.map((excerpt) => ({ feature: mark.id, excerpt })));
}

/** The step that many places on, or undefined beyond the ends. @param {Step[]} steps @param {View} view @param {number} by */
export function stepFrom(steps, view, by) {
  const at = steps.findIndex((step) => step.feature === view.feature && step.excerpt === view.excerpt);
  return at < 0 ? undefined : steps[at + by];
}

/** The stop that many places on; the first when none is chosen; undefined beyond the ends.
 * @param {Mark[]} stops @param {View} view @param {number} by */
export function stopFrom(stops, view, by) {
  const at = stops.findIndex((mark) => mark.id === view.feature);
  return at < 0 ? stops[0] : stops[at + by];
}
