/** The line of the key that says whose the notes on the map are; it is there while a note is. */

import { el } from "../core/dom.js";
import { noteSample } from "../map/draw_notes.js";

/** @param {import("./layers.js").Context} context */
export function noteKey({ atlas, store, say, updates }) {
  const line = el("p", { class: "note-key" }, noteSample(atlas.symbology), el("span", {}, say("briefersNoteMeans")));
  updates.push(() => (line.hidden = !store.get().notes.length));
  return line;
}
