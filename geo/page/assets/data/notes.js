/**
 * Notes by the briefer: a text at a place, or an arrow from one place to another, with or without a text. They belong to
 * a view, and so to its link and its pictures; they are never in the data of an atlas (geo/export_options.py has the same rules).
 *
 * @typedef {readonly [number, number]} Place longitude and latitude in degrees
 * @typedef {Readonly<{at: Place, to?: Place, text: string}>} Note `to` is what an arrow points to
 */

export const MOST_NOTES = 12;
export const LONGEST_NOTE = 140; // characters
const DECIMALS = 3; // of a degree: about 100 m
const SOUTH_AND_NORTH = 85; // degrees, where the map ends

/** What no format can hold, or what would turn the words after it. */
const LEFT_OUT = /[\p{Cc}\p{Cs}\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Two numbers of a note, or four of an arrow; then the text. */
const WRITTEN = /^(-?[\d.]+),(-?[\d.]+)(?:,(-?[\d.]+),(-?[\d.]+))?_(.*)$/su;

/** A text in one line. @param {string} text */
export const oneLine = (text) => text.replace(/\s/gu, " ").replace(LEFT_OUT, "").replace(/ +/g, " ").trim();

/** How many characters a text has: code points, as in Python. @param {string} text */
export const lengthOf = (text) => [...text].length;

/** A sound note, frozen; null for what can't be one. @param {ArrayLike<number>} at @param {ArrayLike<number>|undefined} to @param {string} text @returns {Note|null} */
export function noteOf(at, to, text) {
  const [from, end] = [placeOf(at), to && placeOf(to)];
  const line = oneLine(text);
  if (!from || end === null || lengthOf(line) > LONGEST_NOTE) return null;
  if (end && end.join() !== from.join()) return Object.freeze({ at: from, to: end, text: line });
  return line ? Object.freeze({ at: from, text: line }) : null;
}

/** @param {ArrayLike<number>} place @returns {Place|null} */
function placeOf({ 0: lon, 1: lat }) {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= SOUTH_AND_NORTH)) return null;
  return Object.freeze(/** @type {const} */ ([rounded(lon), rounded(lat)]));
}

/** @param {number} degrees */
const rounded = (degrees) => Number(degrees.toFixed(DECIMALS)) + 0; // no minus before 0

/** A note as a link has it: `36.3,33.51_Text`, an arrow `36.3,33.51,38,34_Text`. @param {Note} note */
export const writeNote = ({ at, to, text }) => `${[...at, ...(to ?? [])].join(",")}_${text}`;

/** The notes of a link, and what in it is none. @param {string[]} written @returns {{notes: readonly Note[], unknown: string[]}} */
export function readNotes(written) {
  /** @type {Note[]} */
  const notes = [];
  /** @type {string[]} */
  const unknown = [];
  for (const text of written) {
    const note = readNote(text);
    if (note && notes.length < MOST_NOTES) notes.push(note);
    else unknown.push(inShort(text));
  }
  return { notes: Object.freeze(notes), unknown };
}

/** @param {string} written */
function readNote(written) {
  const [, lon, lat, toLon, toLat, text] = written.match(WRITTEN) ?? [];
  return noteOf([Number(lon), Number(lat)], toLon ? [Number(toLon), Number(toLat)] : undefined, text ?? "");
}

/** The beginning of a text, for a message. @param {string} text */
function inShort(text) {
  const line = [...oneLine(text)];
  return line.length > 40 ? `${line.slice(0, 40).join("")}…` : line.join("") || "n=";
}
