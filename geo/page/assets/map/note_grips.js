/**
 * What a reader touches of the notes: a grip over each note's box, and over each arrow's end. A grip can be dragged, and
 * clicked; with the keyboard it is moved by the arrow keys, opened by Enter and removed by Delete.
 *
 * @typedef {import("../data/notes.js").Note} Note
 * @typedef {import("../data/notes.js").Place} Place
 * @typedef {"at"|"to"} End
 * @typedef {{move: (index: number, end: End, place: Place, over: boolean) => void, edit: (index: number) => void,
 *   remove: (index: number) => void}} GripActions what is done with a note, by its number; over: the move has ended
 * @typedef {{index: number, end: End, note: Note}} Grip which note a grip holds, and by which end
 */

import { phrase } from "../core/language.js";
import { boxOf, wordingOf } from "./note_boxes.js";
import { latLngOf, placeAt } from "./places.js";

const STEP = 8; // px that an arrow key moves a note
/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const HALF = 14; // px: half a grip of an arrow's end

/** @param {L.Map} map @param {GripActions} actions
 * @returns {{update: (notes: readonly Note[], language: string) => void, focus: (index: number) => void}} */
export function mountGrips(map, actions) {
  /** @type {L.Marker[]} */
  const markers = [];
  /** @type {Grip[]} */
  let holds = [];
  const add = () => {
    const marker = L.marker([0, 0], { icon: L.divIcon({ className: "note-grip", iconSize: undefined }), draggable: true }).addTo(map);
    const hold = () => holds[markers.indexOf(marker)];
    const move = (/** @type {boolean} */ over) => {
      actions.move(hold().index, hold().end, placeAt(marker.getLatLng()), over);
    };
    marker.on("drag", () => move(false)).on("dragend", () => move(true));
    marker.on("click", () => actions.edit(hold().index));
    marker.on("mouseover", () => map.fire("mouseout")); // the pointer is at no mark of the map
    marker.getElement()?.addEventListener("keydown", (event) => {
      if (!actOnKey(event.key, map, marker, hold(), actions)) return;
      event.preventDefault();
      event.stopPropagation(); // the map would move, too
    });
    markers.push(marker);
  };
  return {
    update(notes, language) {
      holds = notes.flatMap((note, index) => (note.to ? [hold(note, index, "at"), hold(note, index, "to")] : [hold(note, index, "at")]));
      while (markers.length > holds.length) markers.pop()?.remove();
      while (markers.length < holds.length) add();
      for (const [at, marker] of markers.entries()) layGrip(marker, holds[at], language);
    },
    focus: (index) => markers[holds.findIndex((one) => one.index === index)]?.getElement()?.focus(),
  };
}

/** @param {Note} note @param {number} index @param {End} end @returns {Grip} */
const hold = (note, index, end) => ({ note, index, end });

/** Do what a key asks for; false for a key that asks for nothing. @param {string} key @param {L.Map} map @param {L.Marker} marker @param {Grip} hold @param {GripActions} actions */
function actOnKey(key, map, marker, { index, end }, actions) {
  if (key === "Enter" || key === " ") actions.edit(index);
  else if (key === "Delete") actions.remove(index);
  else if (Object.hasOwn(STEPS, key)) {
    const moved = map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add(STEPS[key]));
    actions.move(index, end, placeAt(moved), true);
  } else return false;
  return true;
}

/** Lay a grip over its note, and say what it is. @param {L.Marker} marker @param {Grip} hold @param {string} language */
function layGrip(marker, { note, end }, language) {
  marker.setLatLng(latLngOf(note[end] ?? note.at));
  const element = /** @type {HTMLElement} */ (marker.getElement());
  const [left, top, right, bottom] = end === "to" ? [-HALF, -HALF, HALF, HALF] : boxOf(note, wordingOf(note, language));
  Object.assign(element.style, { width: `${right - left}px`, height: `${bottom - top}px`, marginLeft: `${left}px`, marginTop: `${top}px` });
  element.classList.toggle("end", end === "to");
  const name = [phrase(language, "briefersNote"), end === "to" && phrase(language, "arrowEnd"), note.text].filter(Boolean).join(": ");
  element.setAttribute("aria-label", name);
  element.title = phrase(language, "noteHint");
}
