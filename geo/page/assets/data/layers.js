/** Looks up the layer of a mark, and the part that the force of a layer has in the subject of the atlas. */

/**
 * @typedef {import("./atlas.js").Atlas} Atlas
 * @typedef {import("./atlas.js").Layer} Layer
 */

/** @param {Pick<Atlas, "layers">} atlas @param {Pick<import("./atlas.js").Mark, "layer">|undefined} mark @returns {Layer|undefined} */
export const layerOf = ({ layers }, mark) => layers.find(({ id }) => id === mark?.layer);

/** @param {Pick<Atlas, "marks"|"parts">} atlas @param {Layer} layer @returns {import("./atlas.js").Part|undefined} */
export const partOf = ({ marks, parts }, { force }) => parts.find(({ id }) => id === marks.get(force ?? "")?.part?.id);
