/** The key of a picture: a sample and its meaning for each kind of sign that is on the map. */

import { isUsed, lookOf, nameIn } from "../data/atlas.js";
import { layerOf, partOf } from "../data/layers.js";
import { BASES } from "../core/store.js";
import { blankCanvas, el } from "../core/dom.js";
import { lineSample } from "../map/patterns.js";
import { drawRibbons } from "../map/ribbon.js";
import { sampleOf } from "../panels/samples.js";
import { signOf } from "../panels/parts.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").View} View
 * @typedef {import("../core/language.js").Say} Say
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
function ribbons(atlas, { bases }, shown) {
  const stretches = shown.filter(({ kind, isPlaced }) => kind === "segment" && isPlaced);
  return [true, false].flatMap((used) => {
    const stretch = stretches.find((mark) => isUsed(mark, bases) === used);
    const colour = layerOf(atlas, stretch)?.colour;
    return stretch && colour
      ? [[ribbon(used, stretch.isGuessed, colour, atlas.symbology.palette.land), used ? "useReported" : "noUseReported"]]
      : [];
  });
}

/** @param {boolean} isUsed @param {boolean} isOurs @param {string} colour @param {string} paper */
function ribbon(isUsed, isOurs, colour, paper) {
  const { canvas, ctx } = blankCanvas(64, 32, 2, "ribbon-sample"); // with room for the soft glow
  const run = new Float64Array([16, 16, 32, 16, 48, 16]);
  const shape = { kind: /** @type {"line"} */ ("line"), parts: [run], bounds: [16, 16, 48, 16] };
  const frame = { scale: 1, left: 0, top: 0, width: 64, height: 32, visible: [] };
  drawRibbons(ctx, [{ shape, isUsed, isOurs }], { frame, colour, paper });
  return canvas;
}

/** The first shown layer of each group besides the corridor's and those of forces, whose parts have signs.
 * @param {Atlas} atlas @param {Mark[]} shown */
function otherLayers(atlas, shown) {
  const isDrawn = (/** @type {string} */ id) => shown.some((mark) => mark.layer === id && mark.isPlaced);
  return atlas.symbology.groups.slice(1).flatMap((group) => {
    const layer = atlas.layers.find((one) => one.group === group && !partOf(atlas, one) && isDrawn(one.id));
    return layer ? [layer] : [];
  });
}
