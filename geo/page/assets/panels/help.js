/** Mounts the help: a dialog that says how to read the map, opened by its button or by the key "?", and drawn anew each time. */

import { el, byId, fill } from "../core/dom.js";
import { helpOf } from "./help_content.js";
import { phrase } from "../core/language.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../core/store.js").Store} Store
 */

const KEYS = ["?", "\u061f"]; // as Latin and as Arabic keyboards have it

/** @param {Atlas} atlas @param {Store} store */
export function mountHelp(atlas, store) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("guide"));
  const show = () => {
    const close = () => dialog.close();
    fill(dialog, heading(store, close), helpOf(atlas, store.get()));
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  const toggle = () => (dialog.open ? dialog.close() : show());
  byId("help").addEventListener("click", show);
  window.addEventListener("keydown", (event) => onKey(event, dialog.open, toggle), true);
  const name = () => {
    byId("help").setAttribute("aria-label", phrase(store.get().language, "help"));
    byId("help").title = `${phrase(store.get().language, "help")} (?)`;
  };
  store.watch(["language"], name);
  name();
}

/** Open or close at "?", unless it is typed into a text. While the dialog is open, no other part of the page hears a key: the
 * guided tour would be left by the key that closes the dialog.
 * @param {KeyboardEvent} event @param {boolean} isOpen @param {() => void} toggle */
function onKey(event, isOpen, toggle) {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  if (isOpen) event.stopPropagation();
  const typing = target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select, textarea");
  if (!KEYS.includes(key) || typing || ctrlKey || altKey || metaKey) return;
  event.preventDefault();
  toggle();
}

/** @param {Store} store @param {() => void} close */
function heading(store, close) {
  const { language } = store.get();
  return el(
    "header",
    {},
    el("h2", { id: "guide-title" }, phrase(language, "help")),
    el("button", { type: "button", class: "close", "aria-label": phrase(language, "helpClose"), on: { click: close } }, "×"),
  );
}
