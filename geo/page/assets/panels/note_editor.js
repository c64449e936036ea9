/** The form in which the text of a note is written, beside the note on the map. */

import { byId, el } from "../core/dom.js";
import { directionOf, sayIn } from "../core/language.js";
import { lengthOf, LONGEST_NOTE } from "../data/notes.js";
import { latLngOf } from "../map/places.js";
import { within } from "../map/room.js";

/**
 * @typedef {import("../data/notes.js").Note} Note
 * @typedef {{type: (text: string) => void, save: () => void, cancel: () => void, remove: (() => void)|null}} Answers
 *   what the reader may do; a note that is not there yet is not removed
 */

const GAP = 12; // px from the note's place
const ABOVE = 72; // px from there, over the note
const EDGE = 8; // px that the form keeps from the map's edge
const TOP = 48; // px, below the buttons at the map's top

/** Open the form, and return what closes it. @param {L.Map} map @param {Pick<Note, "at"|"text">} note @param {string} language @param {Answers} answers */
export function openEditor(map, { at, text }, language, answers) {
  const say = sayIn(language);
  const count = el("small", { id: "note-length" });
  const box = /** @type {HTMLTextAreaElement} */ (
    el("textarea", { id: "note-text", rows: 3, maxlength: LONGEST_NOTE, dir: "auto", "aria-describedby": count.id })
  );
  const counted = () => (count.textContent = say("noteLength", lengthOf(box.value), LONGEST_NOTE));
  box.value = text;
  box.addEventListener("input", () => {
    counted();
    answers.type(box.value);
  });
  const button = (/** @type {string} */ key, /** @type {() => void} */ click) => el("button", { type: "button", on: { click } }, say(key));
  const form = el(
    "form",
    { id: "note-editor", "aria-label": say("briefersNote"), dir: directionOf(language) },
    el("label", { for: box.id }, say("briefersNoteMeans")),
    box,
    count,
    el(
      "div",
      { class: "answers" },
      el("button", { type: "submit" }, say("save")),
      button("cancel", answers.cancel),
      answers.remove && button("delete", answers.remove),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answers.save();
  });
  form.addEventListener("keydown", (event) => {
    const isSaving = event.key === "Enter" && event.target === box && !event.isComposing;
    if (event.key !== "Escape" && !isSaving) return;
    event.preventDefault();
    event.stopPropagation(); // Escape closes no panel, too
    if (isSaving) answers.save();
    else answers.cancel();
  });
  const place = () => putBeside(form, map.latLngToContainerPoint(latLngOf(at)), map.getSize());
  counted();
  byId("stage").append(form);
  place();
  map.on("move resize", place);
  box.focus();
  return () => {
    map.off("move resize", place);
    form.remove();
  };
}

/** Below a place, or above it where there is no room; beside the buttons of the map. @param {HTMLElement} form
 * @param {L.Point} place @param {L.Point} room */
function putBeside(form, { x, y }, room) {
  const [width, height] = [form.offsetWidth, form.offsetHeight];
  const tools = byId("note-tools").offsetWidth + 2 * EDGE;
  const top = y + GAP + height + EDGE <= room.y ? y + GAP : y - ABOVE - height;
  const beside = [x - width / 2, top, x + width / 2, top + height];
  const box = within(beside, [EDGE, TOP, room.x - tools, room.y - EDGE]);
  form.style.left = `${box[0]}px`;
  form.style.top = `${box[1]}px`;
}
