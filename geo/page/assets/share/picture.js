/** Makes a picture of the map as it is seen, with all that a reader of the picture needs to judge it: a PNG, light also on a dark screen. */

import { picture } from "../map/canvas.js";
import { frameOf } from "../map/geometry.js";
import { byId } from "../core/dom.js";
import { paint } from "./paint.js";
import { sheetOf } from "./sheet.js";

const RATIO = 2; // dots for each px of the screen

/** @param {L.Map} map @param {import("../data/atlas.js").Atlas} atlas @param {import("../core/store.js").View} view @returns {Promise<Blob>} */
export function pictureOf(map, atlas, view) {
  const { sheet, window: place } = sheetOf(atlas, view, frameOf(map));
  byId("stage").append(sheet);
  try {
    const canvas = drawn(map, sheet, place, atlas.symbology.palette.sea);
    return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
  } finally {
    sheet.remove();
  }
}

/** @param {L.Map} map @param {HTMLElement} sheet @param {HTMLElement} place @param {string} sea */
function drawn(map, sheet, place, sea) {
  const [whole, window] = [sheet.getBoundingClientRect(), place.getBoundingClientRect()];
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(whole.width * RATIO);
  canvas.height = Math.ceil(whole.height * RATIO);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(RATIO, RATIO);
  ctx.translate(-whole.left, -whole.top);
  paint({ ctx }, sheet);
  ctx.beginPath();
  ctx.rect(window.left, window.top, window.width, window.height);
  ctx.clip();
  ctx.fillStyle = sea;
  ctx.fill();
  ctx.drawImage(picture(map, RATIO), window.left, window.top, window.width, window.height);
  const { left, top } = map.getContainer().getBoundingClientRect();
  ctx.translate(window.left - left, window.top - top);
  paintOver(ctx);
  return canvas;
}

/** What the page shows over the map's canvases: lists of countries and their leaders, and the scale line. @param {CanvasRenderingContext2D} ctx */
function paintOver(ctx) {
  const leaders = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#members .leader"));
  for (const leader of leaders) if (!leader.hidden) paintLeader(ctx, leader);
  const holders = [...document.querySelectorAll("#members .holder")];
  const isOver = (/** @type {Element} */ holder) => Number(holder.classList.contains("over"));
  for (const holder of holders.sort((a, b) => isOver(a) - isOver(b))) paint({ ctx }, holder);
  for (const scale of document.querySelectorAll("#stage .leaflet-control-scale")) paint({ ctx }, scale);
}

/** A leader is an element without height, turned about its start. @param {CanvasRenderingContext2D} ctx @param {HTMLElement} leader */
function paintLeader(ctx, leader) {
  const { borderTopColor, borderTopWidth, rotate } = getComputedStyle(leader);
  const frame = /** @type {HTMLElement} */ (leader.offsetParent).getBoundingClientRect();
  ctx.save();
  ctx.translate(frame.left + parseFloat(leader.style.left), frame.top + parseFloat(leader.style.top));
  ctx.rotate((parseFloat(rotate) || 0) * (rotate.endsWith("rad") ? 1 : Math.PI / 180));
  ctx.fillStyle = borderTopColor;
  ctx.fillRect(0, 0, leader.offsetWidth, parseFloat(borderTopWidth));
  ctx.restore();
}
