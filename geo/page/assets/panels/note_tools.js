/** Mounts the notes by the briefer: the buttons that add a note or an arrow, the notes on the map, and the form for their text. */

import { byId, el, fill } from "../core/dom.js";
import { phrase } from "../core/language.js";
import { notify } from "../core/notice.js";
import { changed } from "../core/store.js";
import { MOST_NOTES, noteOf } from "../data/notes.js";
import { addCanvas } from "../map/canvas.js";
import { drawNotes } from "../map/draw_notes.js";
import { mountGrips } from "../map/note_grips.js";
import { mountPlacing } from "../map/note_placing.js";
import { openEditor } from "./note_editor.js";

/**
 * @typedef {import("../data/notes.js").Note} Note
 * @typedef {import("../core/store.js").Store} Store
 */

/** The ids of the buttons, by their words. */
const BUTTONS = { addNote: "add-note", addArrow: "add-arrow" };

/** @param {L.Map} map @param {import("../data/atlas.js").Atlas} atlas @param {Store} store */
export function mountNotes(map, atlas, store) {
  /** Notes that are being written or moved, by their number. @type {Map<number, Note>} */
  const drafts = new Map();
  /** @type {{index: number, close: () => void}|null} */
  let editing = null;
  const shown = () => withDrafts(store.get().notes, drafts);
  const canvas = addCanvas(map, "notes", drawNotes(shown, () => store.get().language, atlas.symbology));
  const redraw = () => {
    canvas.redraw();
    grips.update(shown(), store.get().language);
  };
  const put = (/** @type {number} */ index, /** @type {Note|null} */ note) => {
    drafts.delete(index);
    const { notes } = store.get();
    if (note || notes[index]) store.set({ notes: Object.freeze(notes.toSpliced(index, 1, ...(note ? [note] : []))) }, "map");
    else redraw();
  };
  const leave = () => {
    editing?.close();
    if (editing) drafts.delete(editing.index);
    editing = null;
    redraw();
  };
  const edit = (/** @type {number} */ index, /** @type {Note} */ draft) => {
    if (editing) save(editing.index);
    drafts.set(index, draft);
    open(index);
    redraw();
  };
  const open = (/** @type {number} */ index) => {
    const isNew = index === store.get().notes.length;
    const done = () => (isNew && !store.get().notes[index] ? byId("add-note").focus() : grips.focus(index));
    const close = openEditor(map, shown()[index], store.get().language, {
      type: (text) => void (drafts.set(index, { ...shown()[index], text }), redraw()),
      save: () => void (save(index), done()),
      cancel: () => void (leave(), done()),
      remove: isNew ? null : () => remove(index),
    });
    editing = { index, close };
  };
  const reopen = (/** @type {{index: number, close: () => void}} */ { index, close }) => {
    close();
    open(index);
  };
  const save = (/** @type {number} */ index) => {
    const draft = shown()[index];
    leave();
    put(index, noteOf(draft.at, draft.to, draft.text));
  };
  const remove = (/** @type {number} */ index) => {
    leave();
    put(index, null);
    byId("add-note").focus();
  };
  const grips = mountGrips(map, {
    open: (index) => edit(index, shown()[index]),
    remove,
    move(index, end, place, over) {
      const moved = { ...shown()[index], [end]: place };
      drafts.set(index, moved);
      if (over && editing?.index !== index) put(index, noteOf(moved.at, moved.to, moved.text) ?? store.get().notes[index]);
      else redraw();
    },
  });
  const start = mountPlacing(map, store, {
    place: (at, to) => edit(store.get().notes.length, { at, to, text: "" }),
    preview(at, to) {
      if (at) drafts.set(store.get().notes.length, { at, to, text: "" });
      else drafts.delete(store.get().notes.length);
      redraw();
    },
  });
  mountButtons(map, store, (isArrow, byKeyboard) => {
    if (editing) save(editing.index);
    if (store.get().notes.length < MOST_NOTES) start(isArrow, byKeyboard);
    else notify(store, "noteLimit", MOST_NOTES);
  });
  store.watch(["notes", "language"], (view, before, cause) => {
    if (cause !== "map" && changed(view, before, "notes")) leave(); // the notes are another link's
    else if (editing) reopen(editing);
    redraw();
  });
}

/** The notes, with those that are being written or moved as they are now. @param {readonly Note[]} notes @param {Map<number, Note>} drafts @returns {Note[]} */
function withDrafts(notes, drafts) {
  const all = [...notes];
  for (const [index, draft] of drafts) all[index] = draft;
  return all;
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
    const say = (/** @type {string} */ key) => phrase(store.get().language, key);
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
