/** Small samples of what the map draws, for its key: ribbon, disc, sign, dotted line, pattern. */

import { el } from "../core/dom.js";
import { partOf } from "../data/layers.js";
import { signOf } from "./parts.js";
import { swatch } from "../map/patterns.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Layer} Layer
 */

/** The kind of the first mark of each layer. @type {WeakMap<Atlas, Map<string, string>>} */
const known = new WeakMap();

/** @param {Atlas} atlas */
function kindsOf(atlas) {
  const kinds = known.get(atlas) ?? new Map();
  if (!known.has(atlas)) for (const { layer, kind } of atlas.placed) if (!kinds.has(layer)) kinds.set(layer, kind);
  known.set(atlas, kinds);
  return kinds;
}

/** The sample of a layer: the sign of its force's part, or a sample of its first mark. @param {Layer} layer @param {Atlas} atlas */
export function sampleOf(layer, atlas) {
  const part = partOf(atlas, layer);
  if (part) return signOf(part);
  const kind = kindsOf(atlas).get(layer.id);
  if (kind === "segment") return sample("ribbon", layer.colour);
  if (kind === "variant") return sample("dotted", layer.colour);
  return swatch(atlas.symbology, layer.pattern, layer.colour);
}

/** @param {"ribbon"|"dotted"} form @param {string} colour */
function sample(form, colour) {
  const element = el("span", { class: `sample ${form}`, "aria-hidden": "true" });
  element.style.setProperty("--c", colour);
  return element;
}
