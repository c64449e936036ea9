/** Gives the atlas the colours of a dark or a light screen. Colours of layers and parts, which are made for paper, are lightened. */

const WHITE = 0.5; // the share of white in a colour on a dark screen

/** @param {import("../data/atlas.js").Atlas} atlas @returns {(dark: boolean) => void} what puts the colours into the atlas */
export function themeOf({ layers, parts, symbology }) {
  const light = { ...symbology.palette };
  const layerColours = layers.map(({ colour }) => colour);
  const hues = parts.map(({ hue }) => hue);
  const fit = (/** @type {string} */ colour, /** @type {boolean} */ dark) => (dark ? lightened(colour) : colour);
  return (dark) => {
    Object.assign(symbology.palette, dark ? symbology.dark : light);
    for (const [at, layer] of layers.entries()) layer.colour = fit(layerColours[at], dark);
    for (const [at, part] of parts.entries()) part.hue = fit(hues[at], dark);
  };
}

/** @param {string} colour #rrggbb */
function lightened(colour) {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const paler = channels.map((value) => Math.round(value * (1 - WHITE) + 255 * WHITE));
  return `#${paler.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
