/**
 * The map's symbology as the page's data brings it, made from geo/symbology.py by geo/page/style.py.
 * Lengths are CSS pixels; `line` and `fill` of the basemap are names of colours of the palette.
 *
 * @typedef {import("../core/store.js").Basis} Basis
 * @typedef {{strokes: number[][], dots: [number, number, number, boolean][]}} Pattern strokes as x1, y1, x2, y2;
 *   dots as x, y, radius and whether they are filled
 * @typedef {[number, number]} Line the widths of a line's casing, and of the line
 * @typedef {{css: string, dash: [number, number][]}} LineStyle a border-style; for each part of a dash
 *   a factor of the line's width, and what is added
 * @typedef {{tile: number, basemap: Record<string, number>, disputed: number[], area: number, lines: Record<string, Line>,
 *   disc: number, point: number, point_dash: number, point_rim: number, corners: Record<string, number[][]>,
 *   arrow: number[][], arrow_rim: number}} Sizes
 * @typedef {{palette: Record<string, string>, dark: Record<string, string>, groups: string[], patterns: Record<string, Pattern>, tile: number,
 *   inkWidth: number, groundOpacity: number, solidOpacity: number, areaOpacity: number, casingOpacity: [number, number],
 *   lineStyles: Record<Basis, LineStyle>, basemap: {file: string, kind: string, line: string, fill: string|null}[],
 *   note: {dash: number[], pencil: number[][][]}, sizes: Sizes}} Symbology
 */

/** The dash of a basis, for a line of this width with round ends. @param {Symbology} symbology @param {Basis} basis @param {number} width */
export const dashOf = ({ lineStyles }, basis, width) => lineStyles[basis].dash.map(([factor, more]) => width * factor + more);
