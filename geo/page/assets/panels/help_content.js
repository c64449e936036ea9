/** What the help says, with samples by the functions that draw the map and its key. An atlas without a thing has no line on it. */

import { nameIn } from "../data/atlas.js";
import { el } from "../core/dom.js";
import { bracketSample, ribbonSample } from "../map/line_samples.js";
import { badge, ordinal, signOf } from "./parts.js";
import { lineSample } from "../map/patterns.js";
import { digits, sayIn } from "../core/language.js";
import { sampleOf } from "./samples.js";
import { BASES } from "../core/store.js";
import { layerOf } from "../data/layers.js";
import { translator } from "../data/translation.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../core/language.js").Say} Say
 * @typedef {Node|string|null|undefined|false} Child
 * @typedef {{atlas: Atlas, say: Say, language: string, translate: import("../data/translation.js").Translate}} Context
 */

const GRADES = ["A", "B", "C", "D", "E", "F"];
const METHOD = ["method_1", "method_2", "method_3", "method_4"];
const MODALITIES = ["asserted", "reported", "attributed", "presupposed", "conditional", "inferred-by-author"];
/** The keys that the page listens to, and the words for what they do. @type {[string[], string][]} */
const SHORTCUTS = [
  [["Ctrl K", "⌘ K"], "keyFind"],
  [["↑", "↓", "Enter"], "keyFound"],
  [["Tab", "Enter"], "keyWords"],
  [["←", "↑", "↓", "→", "+", "−"], "keyMap"],
  [["←", "→", "Page ↑", "Page ↓", "Home", "End"], "keyTour"],
  [["Esc"], "keyShut"],
  [["?"], "keyHelp"],
];

/** @param {Atlas} atlas @param {import("../core/store.js").View} view */
export function helpOf(atlas, { language }) {
  const say = sayIn(language);
  const { translate, otherLanguages } = translator(atlas, language);
  const context = { atlas, say, language, translate };
  const sections = [lines, bases, signs, parts, said, grades, method, shortcuts].map((part) => part(context));
  return el("div", { class: "sections" }, ...sections, otherLanguages());
}

/** @param {string} title @param {Child[]} rows */
const section = (title, ...rows) => (rows.some(Boolean) ? el("section", {}, el("h3", {}, title), ...rows) : null);

/** @param {Child} sample @param {Child[]} words */
const row = (sample, ...words) =>
  el("p", { class: "sampled" }, el("span", { class: "specimen" }, sample), el("span", { dir: "auto" }, ...words));

/** @param {Context} context */
function lines({ atlas, say }) {
  const stretches = atlas.placed.filter(({ kind }) => kind === "segment");
  const colour = layerOf(atlas, stretches[0])?.colour ?? "";
  const ribbon = (/** @type {boolean} */ isUsed, /** @type {boolean} */ isOurs) =>
    ribbonSample(atlas.symbology, colour, { isUsed, isOurs });
  const used = stretches.filter(({ uses }) => uses.length);
  const bracket = atlas.placed.find(({ kind, shape }) => kind === "force" && shape?.kind === "line");
  const symbol = layerOf(atlas, bracket);
  const routes = atlas.layers.find(({ group }) => group === "background");
  return section(
    say("helpLines"),
    used.length > 0 && row(ribbon(true, false), say("helpUsed")),
    used.some(({ isGuessed }) => isGuessed) && row(ribbon(true, true), say("helpCourse")),
    used.length < stretches.length && row(ribbon(false, false), say("helpUnused")),
    bracket && symbol && row(bracketSample(atlas.symbology, symbol, bracket), say("helpBracket")),
    routes && row(sampleOf(routes, atlas), say("helpRoutes")),
  );
}

/** @param {Context} context */
function bases({ atlas, say }) {
  const those = BASES.filter((_, at) => atlas.claimsOn[at]);
  return section(say("basis"), ...those.map((basis) => row(lineSample(atlas.symbology, basis), badge(basis, say), say(`${basis}Means`))));
}

/** @param {Context} context */
function signs({ atlas, say, language }) {
  const holder = atlas.holders.find((one) => one.at && atlas.membersOf(one).some((mark) => !mark.isPlaced));
  const isSilent = atlas.silences.length > 0 || atlas.marks.column("silences").some(Boolean);
  return section(
    say("helpSigns"),
    atlas.findings.length > 0 && row(ordinal(digits(language, 1)), say("helpNumber")),
    holder && row(el("span", { class: "carded", dir: "auto" }, say("inHolder", nameIn(holder.names, language))), say("helpCard")),
    isSilent && row("∅", say("silent")),
  );
}

/** @param {Context} context */
function parts({ atlas, say, language }) {
  return section(say("parts"), ...atlas.parts.map((part) => row(signOf(part), nameIn(part.names, language))));
}

/** @param {Context} context */
function said({ atlas, say }) {
  const used = new Set(atlas.claims.column("modality"));
  const those = MODALITIES.filter((modality) => used.has(modality));
  return section(say("helpSaid"), ...those.map((modality) => el("p", {}, el("b", {}, say(modality)), `: ${say(`${modality}Means`)}`)));
}

/** The letters, and the article's own with its reason. @param {Context} context */
function grades({ atlas, say, translate }) {
  const article = atlas.sources.get(atlas.article.source);
  const letters = GRADES.flatMap((grade, at) => [at ? say("comma") : "", el("b", {}, grade), ` ${say(`grade_${grade}`)}`]);
  const own = article && el("p", {}, el("b", {}, `${say("article")}: ${article.grade}.`), " ", translate(article.grade_reason));
  return section(say("helpGrades"), el("p", {}, ...letters, "."), own);
}

/** @param {Context} context */
const method = ({ say }) => section(say("method"), ...METHOD.map((key) => el("p", {}, say(key))));

/** @param {Context} context */
function shortcuts({ say }) {
  const caps = (/** @type {string[]} */ keys) => keys.flatMap((key, at) => [at ? " " : "", el("kbd", { dir: "ltr" }, key)]);
  return section(
    say("helpKeys"),
    ...SHORTCUTS.map(([keys, does]) =>
      el("p", { class: "shortcut" }, el("span", { dir: "ltr" }, ...caps(keys)), el("span", {}, say(does))),
    ),
  );
}
