/**
 * What is written beside the corridor: of each run of stretches that are alike, once, whether use is reported, in
 * which words and by whom it is disputed; and below the name of a country that no force is said to be in.
 *
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").View} View
 */

import { phrase } from "../core/language.js";
import { isShown } from "../data/atlas.js";

/** The runs of consecutive stretches of which the same is reported: use, or none. @param {Mark[]} stretches @param {View} view */
export function runsOf(stretches, view) {
  const ordered = [...stretches].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  /** @type {{isUsed: boolean, stretches: Mark[]}[]} */
  const runs = [];
  for (const stretch of ordered) {
    const isUsed = view.bases.has("stated") && stretch.uses.length > 0;
    const last = runs.at(-1);
    if (last?.isUsed === isUsed) last.stretches.push(stretch);
    else runs.push({ isUsed, stretches: [stretch] });
  }
  return runs;
}

/** What is said of the use of a run, from the longest text to the shortest; nothing where nothing is said.
 * @param {Atlas} atlas @param {{isUsed: boolean, stretches: Mark[]}} run @param {View} view @returns {string[]} */
export function useTexts(atlas, { isUsed, stretches }, { language }) {
  const say = (/** @type {string} */ key) => phrase(language, key);
  if (!isUsed) return stretches.some((mark) => isSilent(mark, "use")) ? [say("noUseReported")] : [];
  const uses = stretches.flatMap((mark) => mark.uses);
  const words = uses.find((claim) => claim.words)?.words;
  const isDisputed = uses.some((claim) => atlas.relationsTo(claim.id).some(({ relation }) => relation.kind === "contradicts"));
  const facts = [say("useReported"), ...(isDisputed ? [say("useDisputed")] : [])].join(" · ");
  return [...(words ? [`${facts}: “${words}”`] : []), facts];
}

/** The stretches through a country without a force in it, each with its country's mark.
 * @param {Mark[]} stretches @param {Mark[]} countries @param {View} view @returns {{stretch: Mark, country: Mark}[]} */
export function forceless(stretches, countries, view) {
  return countries.flatMap((country) => {
    const stretch = stretches.find((mark) => mark.country === country.country && isSilent(mark, "holder"));
    const hasForce = country.members.some((mark) => isShown(mark, view));
    return stretch && !hasForce ? [{ stretch, country }] : [];
  });
}

/** @param {Mark} mark @param {string} about */
const isSilent = (mark, about) => (mark.silences ?? []).some((silence) => silence.about === about);
