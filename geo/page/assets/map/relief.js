/**
 * Shaded relief: a grey picture, linear in Web Mercator, that darkens the land below it. It is soft where
 * one looks closely, so it fades there.
 *
 * @typedef {{picture: string, bounds: [number, number, number, number], credit: string}} Relief bounds are west, south, east, north
 */

import { project } from "./geometry.js";

const STRENGTH = 0.61; // of the opacity of the darkest shade
const FADES = [7, 8.5]; // the zooms between which it fades
const LEAST = 0.3; // of its strength, that is left near
const TURNS = [-256, 0, 256]; // world px: a map of both sides of 180° goes on beyond the picture's own degrees

/** What draws the relief on the opaque pixels of a canvas: the land, where only land has been drawn yet.
 * @param {Relief|null} relief @param {Record<string, string>} palette @param {() => void} onLoad called when it can be drawn
 * @returns {import("./canvas.js").Draw} */
export function drawRelief(relief, palette, onLoad) {
  if (!relief) return () => {};
  const [west, south, east, north] = relief.bounds;
  const [[left, top], [right, bottom]] = [project(west, north), project(east, south)];
  const picture = new Image();
  let colour = "";
  /** @type {HTMLCanvasElement|undefined} */
  let shade;
  picture.addEventListener("load", onLoad);
  picture.src = relief.picture;
  return (ctx, { scale, left: x, top: y, width }) => {
    if (!picture.complete) return;
    if (!shade || colour !== palette.relief) shade = shadeOf(picture, (colour = palette.relief));
    ctx.save();
    ctx.globalCompositeOperation = "source-atop";
    ctx.globalAlpha = STRENGTH * faded(Math.log2(scale));
    for (const turn of TURNS) {
      const [from, to] = [(left + turn) * scale - x, (right + turn) * scale - x];
      if (from < width && to > 0) ctx.drawImage(shade, from, top * scale - y, to - from, (bottom - top) * scale);
    }
    ctx.restore();
  };
}

/** A canvas of one colour, the more opaque the darker the picture is. @param {HTMLImageElement} picture @param {string} colour */
function shadeOf(picture, colour) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  ctx.drawImage(picture, 0, 0);
  const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let at = 0; at < image.data.length; at += 4) image.data.set([red, green, blue, 255 - image.data[at]], at);
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/** What is left of the relief at a zoom: 1 far off, LEAST near. @param {number} zoom */
function faded(zoom) {
  const [from, to] = FADES;
  const part = Math.min(1, Math.max(0, (zoom - from) / (to - from)));
  return 1 - part * (1 - LEAST);
}
