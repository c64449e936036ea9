/** Says which marks stand for a choice on the map. */

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("../core/store.js").Store} Store
 */
/** @param {Atlas} atlas @param {Store} store */
export const selectedMark = (atlas, store) => atlas.marks.get(store.get().feature ?? "");

/** The marks that are drawn for these: themselves, or their parts. @param {(Mark|undefined)[]} marks */
export const drawnFor = (marks) => [...new Set(marks.flatMap((mark) => mark?.drawn ?? []))];
