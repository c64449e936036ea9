/** Mounts the notes by the briefer: the buttons that add a note or an arrow, the notes on the map, and the form for their text. */

import { el, fill } from "../core/dom.js";
import { sayIn } from "../core/language.js";
import { notify } from "../core/notice.js";
import { changed } from "../core/store.js";
import { MOST_NOTES } from "../data/notes.js";
import { addCanvas } from "../map/canvas.js";
import { drawNotes } from "../map/draw_notes.js";
import { mountGrips } from "../map/note_grips.js";
import { mountPlacing } from "../map/note_placing.js";
import { createEditing } from "./note_editing.js";

/** @typedef {import("../core/store.js").Store} Store */

/** The ids of the buttons, by their words. */
const BUTTONS = { addNote: "add-note", addArrow: "add-arrow" };

/** @param {L.Map} map @param {import("../data/atlas.js").Atlas} atlas @param {Store} store */
export function mountNotes(map, atlas, store) {
  const redraw = () => {
    canvas.redraw();
    grips.update(editing.shown(), store.get().language);
  };
  const editing = createEditing(map, store, { redraw, focus: (index) => grips.focus(index) });
  const draw = drawNotes(editing.shown, () => store.get().language, atlas.symbology);
  const canvas = addCanvas(map, "notes", draw);
  const grips = mountGrips(map, editing);
  const start = mountPlacing(map, store, editing);
  mountButtons(map, store, (isArrow, byKeyboard) => {
    editing.save();
    if (store.get().notes.length < MOST_NOTES) start(isArrow, byKeyboard);
    else notify(store, "noteLimit", MOST_NOTES);
  });
  store.watch(["notes", "language"], (view, before, cause) => {
    const isOfLink = cause !== "map" && changed(view, before, "notes"); // the notes are another link's
    if (isOfLink) editing.leave();
    else editing.reopen();
    redraw();
  });
}

/** The buttons stand with those of the map's zoom: lists have room beside these. @param {L.Map} map @param {Store} store
 * @param {(isArrow: boolean, byKeyboard: boolean) => void} start */
function mountButtons(map, store, start) {
  const group = el("div", { id: "note-tools", class: "leaflet-bar", role: "group" });
  L.DomEvent.disableClickPropagation(group);
  const control = new L.Control({ position: "topright" });
  control.onAdd = () => group;
  control.addTo(map);
  const name = () => {
    const say = sayIn(store.get().language);
    const button = (/** @type {"addNote"|"addArrow"} */ key) => {
      const click = (/** @type {MouseEvent} */ { detail }) => start(key === "addArrow", detail === 0);
      const sign = el("span", { "aria-hidden": "true" }, key === "addArrow" ? "↗" : "✎");
      const props = { type: "button", id: BUTTONS[key], "aria-label": say(key), "aria-pressed": "false", dir: "auto", on: { click } };
      return el("button", props, sign, el("span", { class: "name" }, ` ${say(key)}`));
    };
    group.setAttribute("aria-label", say("notesByBriefer"));
    fill(group, button("addNote"), button("addArrow"));
  };
  store.watch(["language"], name);
  name();
}
