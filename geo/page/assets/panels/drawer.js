/** Mounts the drawer with the layers, and the tabs, with which narrow windows show one panel at a time. */

import { byId } from "../core/dom.js";
import { phrase } from "../core/language.js";
import { changed } from "../core/store.js";

/** @typedef {"layers"|"card"|"reader"} Tab */

/** @type {Record<Tab, string>} */
const NAMES = { layers: "layers", card: "details", reader: "article" };

/** @param {import("../core/store.js").Store} store */
export function mountDrawer(store) {
  const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#tabs button")]);
  const show = (/** @type {Tab} */ name) => {
    document.body.dataset.tab = name;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
  };
  for (const tab of tabs) {
    const name = /** @type {Tab} */ (tab.dataset.tab);
    tab.addEventListener("click", () => show(name));
  }
  show("card");
  const name = () => {
    const { language } = store.get();
    byId("drawer").textContent = phrase(language, "layers");
    for (const tab of tabs) tab.textContent = phrase(language, NAMES[/** @type {Tab} */ (tab.dataset.tab)]);
  };
  name();
  store.watch(["language"], name);
  store.subscribe((view, before, cause) => {
    if (cause !== "text" && view.feature && changed(view, before, "feature")) show("card");
    if (cause === "step" && view.excerpt) show("reader");
  });
  mountLayersDrawer();
}

function mountLayersDrawer() {
  const button = byId("drawer");
  const open = (/** @type {boolean} */ on) => {
    document.body.classList.toggle("drawer", on);
    button.setAttribute("aria-expanded", String(on));
  };
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
  });
}
