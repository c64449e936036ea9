/**
 * Where the box of a note lies: above the place that it is about, or round the place that its arrow begins at.
 *
 * @typedef {import("../data/notes.js").Note} Note
 * @typedef {import("./room.js").Box} Box
 * @typedef {{caption: string, lines: string[], width: number, height: number}} Wording the words of a note, broken to lines; its size in px
 */

import { phrase } from "../core/language.js";
import { SANS } from "./fonts.js";
import { latLngOf } from "./places.js";

export const NOTE_FONT = `500 13px ${SANS}`;
export const CAPTION_FONT = `500 11px ${SANS}`;
export const PAD = 6; // px between the rim and the words
export const PENCIL = 14; // px for the pencil, at the start of the caption
export const CAPTION_LINE = 14; // px
export const LINE = 17; // px
export const STEM = 14; // px from a place to the box above it
const WIDEST = 190; // px of a line

/** The class of a map on which the next click places a note. */
export const PLACING = "placing";
/** Does the next click on the map place a note? @param {L.Map} map */
export const isPlacing = (map) => map.getContainer().classList.contains(PLACING);

/** @type {CanvasRenderingContext2D|undefined} */
let ruler;

/** @param {string} font @returns {(text: string) => number} what measures texts in px */
function measure(font) {
  ruler ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const ctx = ruler;
  return (text) => {
    ctx.font = font;
    return ctx.measureText(text).width;
  };
}

/** @param {Note} note @param {string} language @returns {Wording} */
export function wordingOf({ text }, language) {
  const caption = phrase(language, "briefersNote");
  const widthOf = measure(NOTE_FONT);
  const lines = text ? wrapped(text, widthOf, WIDEST) : [];
  const width = Math.max(measure(CAPTION_FONT)(caption) + PENCIL, ...lines.map(widthOf));
  return { caption, lines, width: Math.ceil(width) + 2 * PAD, height: CAPTION_LINE + lines.length * LINE + 2 * PAD };
}

/** Break a text into lines; a word that is wider than a line is broken, too. @param {string} text
 * @param {(text: string) => number} widthOf @param {number} room */
export function wrapped(text, widthOf, room) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = [lines.at(-1), word].filter(Boolean).join(" ");
    if (widthOf(longer) <= room) {
      lines[lines.length - 1] = longer;
      continue;
    }
    if (lines.at(-1)) lines.push("");
    for (const character of word) {
      if (lines.at(-1) && widthOf(lines.at(-1) + character) > room) lines.push("");
      lines[lines.length - 1] += character;
    }
  }
  return lines;
}

/** The box of a note, in px from its place. @param {Note} note @param {Wording} wording @returns {Box} */
export function boxOf({ to }, { width, height }) {
  const top = to ? -height / 2 : -STEM - height;
  const left = -Math.round(width / 2);
  return [left, Math.round(top), left + width, Math.round(top) + height];
}

/** The boxes of a view's notes, in px of the map's window. @param {L.Map} map @param {import("../core/store.js").View} view @returns {Box[]} */
export function noteBoxes(map, { notes, language }) {
  return notes.map((note) => {
    const { x, y } = map.latLngToContainerPoint(latLngOf(note.at));
    const [left, top, right, bottom] = boxOf(note, wordingOf(note, language));
    return [x + left, y + top, x + right, y + bottom];
  });
}
