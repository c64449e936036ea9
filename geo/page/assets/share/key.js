/** The key of a picture: a sample and its meaning for each kind of sign that is on the map. */

import { lookOf, nameIn } from "../data/atlas.js";
import { BASES } from "../core/store.js";
import { el } from "../core/dom.js";
import { lineSample } from "../map/patterns.js";
import { drawRibbons } from "../map/ribbon.js";
import { sampleOf } from "../panels/samples.js";
import { signOf } from "../panels/parts.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").View} View
 * @typedef {(key: string, ...values: any[]) => string} Say
 */

/** @param {Atlas} atlas @param {View} view @param {Mark[]} shown those in sight @param {Say} say @returns {HTMLElement[]} */
export function keyOf(atlas, view, shown, say) {
  const entry = (/** @type {Node} */ sample, /** @type {string} */ words) => el("li", {}, sample, el("span", { dir: "auto" }, words));
  return [
    ...ribbons(atlas, view, shown).map(([sample, key]) => entry(sample, say(key))),
    ...atlas.parts
      .filter(({ id }) => shown.some(({ part }) => part?.id === id))
      .map((part) => entry(signOf(part), nameIn(part.names, view.language))),
    ...otherLayers(atlas, shown).map((layer) => entry(sampleOf(layer, atlas), say(`show_${layer.group}`))),
    ...BASES.filter((basis) => shown.some((mark) => lookOf(mark, view.bases) === basis)).map((basis) => {
      const means = say(`${atlas.symbology.lineStyles[basis].css}Means`);
      return entry(lineSample(atlas.symbology, basis, atlas.symbology.palette.ink), `${say(basis)} – ${means}`);
    }),
  ];
}

/** Samples of the corridor, filled and hollow, as far as either is on the map. @param {Atlas} atlas @param {View} view @param {Mark[]} shown @returns {[Node, string][]} */
function ribbons({ layers, symbology: { palette } }, { bases }, shown) {
  const stretches = shown.filter(({ kind, isPlaced }) => kind === "segment" && isPlaced);
  const isUsed = (/** @type {Mark} */ mark) => bases.has("stated") && mark.uses.length > 0;
  return [true, false].flatMap((used) => {
    const stretch = stretches.find((mark) => isUsed(mark) === used);
    const colour = layers.find(({ id }) => id === stretch?.layer)?.colour;
    return stretch && colour ? [[ribbon(used, stretch.isGuessed, colour, palette.land), used ? "useReported" : "noUseReported"]] : [];
  });
}

/** @param {boolean} isUsed @param {boolean} isOurs @param {string} colour @param {string} paper */
function ribbon(isUsed, isOurs, colour, paper) {
  const canvas = document.createElement("canvas");
  canvas.className = "ribbon-sample";
  [canvas.width, canvas.height] = [128, 64]; // with room for the soft glow
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(2, 2);
  const run = new Float64Array([16, 16, 32, 16, 48, 16]);
  const shape = { kind: /** @type {"line"} */ ("line"), parts: [run], bounds: [16, 16, 48, 16] };
  const frame = { scale: 1, left: 0, top: 0, width: 64, height: 32, visible: [] };
  drawRibbons(ctx, [{ shape, isUsed, isOurs }], { frame, colour, paper });
  return canvas;
}

/** The first shown layer of each group besides the corridor's and those of forces, whose parts have signs.
 * @param {Atlas} atlas @param {Mark[]} shown */
function otherLayers({ layers, marks, parts, symbology: { groups } }, shown) {
  const hasSign = (/** @type {string|undefined} */ force) => parts.some(({ id }) => id === marks.get(force ?? "")?.part?.id);
  return groups.slice(1).flatMap((group) => {
    const layer = layers.find(
      ({ id, group: of, force }) => of === group && !hasSign(force) && shown.some((mark) => mark.layer === id && mark.isPlaced),
    );
    return layer ? [layer] : [];
  });
}
