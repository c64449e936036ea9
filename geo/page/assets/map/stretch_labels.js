/**
 * What is written beside the corridor: of each run of stretches that are alike, once, whether use is reported, in
 * which words and by whom it is disputed; and below the name of a country that no force is said to be in.
 *
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").View} View
 * @typedef {{isUsed: boolean, stretches: Mark[]}} Run
 */

import { isRtl, phrase, sayIn } from "../core/language.js";
import { isAsserted, isUsed, nameIn, numberOf } from "../data/atlas.js";
import { layerOf } from "../data/layers.js";

const NEAR = 0.1; // world px between a place and the end of a stretch that is there

/** The runs of consecutive stretches of which the same is reported: use, or none. @param {Mark[]} stretches @param {View} view */
export function runsOf(stretches, view) {
  const ordered = [...stretches].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  /** @type {Run[]} */
  const runs = [];
  for (const stretch of ordered) {
    const used = isUsed(stretch, view.bases);
    const last = runs.at(-1);
    if (last?.isUsed === used) last.stretches.push(stretch);
    else runs.push({ isUsed: used, stretches: [stretch] });
  }
  return runs;
}

/** The texts that are set along lines: of what runs of use are, below them, and of what is said of the whole, above its bracket.
 * @param {Atlas} atlas @param {Mark[]} shown @param {View} view @returns {import("./along.js").Along[]} */
export function alongTexts(atlas, shown, view) {
  const { palette } = atlas.symbology;
  const stretches = shown.filter((mark) => mark.kind === "segment");
  const used = runsOf(stretches, view).filter((run) => run.isUsed);
  const uses = used.map((run) => {
    const claims = run.stretches.flatMap((mark) => mark.uses);
    return {
      texts: useTexts(atlas, run, view),
      runs: partsOf(run.stretches),
      gap: 22,
      size: 13,
      colour: palette.ink,
      isRtl: isRtl(view.language),
      quoteIn: atlas.article.language,
      number: numberOf(atlas, claims, view.language),
    };
  });
  const brackets = shown.filter((mark) => mark.kind === "force" && mark.shape?.kind === "line" && mark.voice);
  return [...uses, ...brackets.map((mark) => bracketText(atlas, mark, view))];
}

/** @param {Atlas} atlas @param {Mark} mark @param {View} view @returns {import("./along.js").Along} */
function bracketText(atlas, mark, { language, bases }) {
  const layer = /** @type {import("../data/atlas.js").Layer} */ (layerOf(atlas, mark));
  const voice = /** @type {import("../data/atlas.js").Claim} */ (mark.voice);
  const { words } = voice;
  const name = nameIn(layer.names, language);
  const how = isAsserted(voice) ? "" : ` · ${phrase(language, String(voice.modality))}`;
  const texts = bases.has("stated") && words ? [`${name} “${words}”${how}`, `${name}\n“${words}”${how}`] : [];
  return {
    texts: [...texts, name],
    runs: partsOf([mark]),
    gap: -14,
    size: 13,
    colour: layer.colour,
    isRtl: isRtl(language),
    quoteIn: atlas.article.language,
    number: numberOf(atlas, mark.claims, language),
  };
}

/** @param {Mark[]} marks */
const partsOf = (marks) => marks.flatMap((mark) => mark.shape?.parts ?? []);

/** The named place, if any, at which a run begins. @param {Run} run @param {Mark[]} shown */
function startOf({ stretches }, shown) {
  const [x, y] = stretches[0].shape?.parts[0] ?? [];
  const isThere = (/** @type {number[]} */ [px, py]) => Math.hypot(px - x, py - y) < NEAR;
  return shown.find(({ kind, shape }) => shape?.kind === "point" && kind !== "country" && isThere([...shape.parts[0]]));
}

/** The texts about a run of which no use is reported. @param {Atlas} atlas @param {Run} run @param {Mark[]} shown @param {View} view @returns {string[]} */
export function unusedTexts(atlas, run, shown, view) {
  const { language } = view;
  if (!run.stretches.some((mark) => factsOf(atlas, mark, view).includes("noUseReported"))) return [];
  const start = startOf(run, shown);
  const short = phrase(language, "noUseReported");
  if (!start) return [short];
  const isAim = unusedNumber(atlas, run, view) !== undefined;
  const long = phrase(language, isAim ? "aimBeyond" : "noUseBeyond", nameIn(start.names, language));
  return [long, long.replace(": ", ":\n"), short];
}

/** The number of the finding that speaks of no use beyond: of one that rests on a claim about a whole of the run, and not on a use.
 * @param {Atlas} atlas @param {Run} run @param {View} view */
export function unusedNumber(atlas, { stretches }, { language }) {
  const wholes = new Set(stretches.flatMap((mark) => mark.wholes));
  const claims = [...wholes].flatMap((mark) => mark.claims).filter(({ about }) => about === "aim");
  return numberOf(atlas, claims, language);
}

/** What is said of the use of a run, from the longest text to the shortest.
 * @param {Atlas} atlas @param {Run} run @param {View} view @returns {string[]} */
function useTexts(atlas, { stretches }, view) {
  const { language } = view;
  const say = sayIn(language);
  const uses = stretches.flatMap((mark) => mark.uses);
  const words = uses.find((claim) => claim.words)?.words;
  const isInDispute = stretches.some((mark) => factsOf(atlas, mark, view).includes("useDisputed"));
  const dissent = isInDispute ? ` · ${say("useDisputed")}` : "";
  const facts = `${say("useReported")}${dissent}`;
  return words ? [`${facts}: “${words}”`, `“${words}”${dissent}`, facts] : [facts];
}

/** The keys of the facts beside a stretch: whether the article reports its use, disputes it, or is silent on it
 * (geo/sheet/label_candidates.py has the same, and for a stretch that is `forceless` that no force is named). @param {Atlas} atlas @param {Mark} mark @param {View} view @returns {string[]} */
export function factsOf(atlas, mark, { bases }) {
  if (!isUsed(mark, bases)) return isSilent(mark, "use") ? ["noUseReported"] : [];
  return ["useReported", ...(mark.uses.some((claim) => isDisputed(atlas, claim)) ? ["useDisputed"] : [])];
}

/** Does another claim contradict this one, or does the headline say that it is disputed? @param {Atlas} atlas @param {import("../data/atlas.js").Claim} claim */
const isDisputed = ({ headline, relationsTo }, { id }) =>
  Boolean(headline?.dispute && headline.claims.includes(id)) || relationsTo(id).some(({ relation }) => relation.kind === "contradicts");

/** The stretches through a country that no force is said to be in, whether shown or not, each with its country's mark.
 * @param {Mark[]} stretches @param {Mark[]} countries @returns {{stretch: Mark, country: Mark}[]} */
export function forceless(stretches, countries) {
  return countries.flatMap((country) => {
    const stretch = stretches.find((mark) => mark.country === country.country && isSilent(mark, "holder"));
    return stretch && !country.members.length ? [{ stretch, country }] : [];
  });
}

/** @param {Mark} mark @param {string} about */
const isSilent = (mark, about) => (mark.silences ?? []).some((silence) => silence.about === about);
