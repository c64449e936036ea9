/** Keeps the notes that are being written or moved, until they are saved in the view or let go. */

import { byId } from "../core/dom.js";
import { noteOf } from "../data/notes.js";
import { openEditor } from "./note_editor.js";

/**
 * @typedef {import("../data/notes.js").Note} Note
 * @typedef {import("../data/notes.js").Place} Place
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {{redraw: () => void, focus: (index: number) => void}} Screen draws the notes; takes the keyboard to a note
 */

/** @param {L.Map} map @param {Store} store @param {Screen} screen */
export function createEditing(map, store, { redraw, focus }) {
  /** By the number of the note. @type {Map<number, Note>} */
  const drafts = new Map();
  /** The open form, if any. @type {{index: number, close: () => void}|null} */
  let form = null;
  const saved = () => store.get().notes;
  const shown = () => withDrafts(saved(), drafts);
  const put = (/** @type {number} */ index, /** @type {Note|null} */ note) => {
    drafts.delete(index);
    if (note || saved()[index]) store.set({ notes: Object.freeze(saved().toSpliced(index, 1, ...(note ? [note] : []))) }, "map");
    else redraw();
  };
  const leave = () => {
    form?.close();
    if (form) drafts.delete(form.index);
    form = null;
    redraw();
  };
  const save = () => {
    if (!form) return;
    const { index } = form;
    const { at, to, text } = shown()[index];
    leave();
    put(index, noteOf(at, to, text));
  };
  const remove = (/** @type {number} */ index) => {
    const note = saved()[index];
    if (form?.index === index) leave();
    else save(); // which may change the note's number
    put(saved().indexOf(note), null);
    byId("add-note").focus();
  };
  const open = (/** @type {number} */ index) => {
    const isNew = index === saved().length;
    const done = () => (saved()[index] ? focus(index) : byId("add-note").focus());
    const close = openEditor(map, shown()[index], store.get().language, {
      type: (text) => void (drafts.set(index, { ...shown()[index], text }), redraw()),
      save: () => void (save(), done()),
      cancel: () => void (leave(), done()),
      remove: isNew ? null : () => remove(index),
    });
    form = { index, close };
    redraw();
  };
  return {
    shown,
    save,
    leave,
    remove,
    add(/** @type {Place} */ at, /** @type {Place|undefined} */ to) {
      save();
      drafts.set(saved().length, { at, to, text: "" });
      open(saved().length);
    },
    edit(/** @type {number} */ index) {
      const note = saved()[index];
      if (form?.index === index) return;
      save();
      open(saved().indexOf(note));
    },
    /** Open the form anew, as in another language. */
    reopen() {
      form?.close();
      if (form) open(form.index);
    },
    move(/** @type {number} */ index, /** @type {"at"|"to"} */ end, /** @type {Place} */ place, /** @type {boolean} */ over) {
      const moved = { ...shown()[index], [end]: place };
      drafts.set(index, moved);
      if (over && form?.index !== index) put(index, noteOf(moved.at, moved.to, moved.text) ?? saved()[index]);
      else redraw();
    },
    /** Show an arrow of which the end is still to come, or no longer. */
    preview(/** @type {Place|undefined} */ at, /** @type {Place|undefined} */ to) {
      if (at) drafts.set(saved().length, { at, to, text: "" });
      else drafts.delete(saved().length);
      redraw();
    },
  };
}

/** The notes, with those that are being written or moved as they are now. @param {readonly Note[]} notes @param {Map<number, Note>} drafts */
function withDrafts(notes, drafts) {
  const all = [...notes];
  for (const [index, draft] of drafts) all[index] = draft;
  return all;
}
