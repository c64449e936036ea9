/** Mounts what opens and shuts panels: the tabs of a narrow window, the button of the key, the article below the findings. */

import { byId } from "../core/dom.js";
import { phrase } from "../core/language.js";
import { changed } from "../core/store.js";

/** @typedef {"layers"|"card"|"reader"} Tab */

/** @type {Record<Tab, string>} */
const NAMES = { layers: "layers", card: "details", reader: "article" };

/** The least window in which the key of the map is open at first, in px. */
const ROOMY = "(min-width: 1181px) and (min-height: 640px)";

/** @param {import("../core/store.js").Store} store */
export function mountDrawer(store) {
  const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#tabs button")]);
  const label = () => {
    const key = document.body.dataset.tab === "reader" ? "said" : "readArticle";
    byId("open-article").textContent = phrase(store.get().language, key);
  };
  const show = (/** @type {Tab} */ name) => {
    document.body.dataset.tab = name;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
    label();
  };
  for (const tab of tabs) tab.addEventListener("click", () => show(/** @type {Tab} */ (tab.dataset.tab)));
  byId("open-article").addEventListener("click", () => show(document.body.dataset.tab === "reader" ? "card" : "reader"));
  const name = () => {
    const { language } = store.get();
    byId("drawer").textContent = phrase(language, "show");
    for (const tab of tabs) tab.textContent = phrase(language, NAMES[/** @type {Tab} */ (tab.dataset.tab)]);
    label();
  };
  name();
  store.watch(["language"], name);
  store.subscribe((view, before, cause) => {
    document.body.classList.toggle("chosen", view.feature !== null);
    if (cause !== "text" && view.feature && changed(view, before, "feature")) show("card");
    if (view.claim && changed(view, before, "claim")) show("card");
    if (cause === "step" && view.excerpt) show("reader");
  });
  show("card");
  mountKeyButton();
  mountMoreButton(store);
}

/** The button that brings up what a narrow header has no room for. @param {import("../core/store.js").Store} store */
function mountMoreButton(store) {
  const button = byId("more");
  button.addEventListener("click", () => {
    const on = document.body.classList.toggle("more");
    button.setAttribute("aria-expanded", String(on));
  });
  const name = () => button.setAttribute("aria-label", phrase(store.get().language, "moreControls"));
  store.watch(["language"], name);
  name();
}

/** Show a panel, as its tab does. @param {Tab} name */
export const showPanel = (name) => /** @type {HTMLElement} */ (document.querySelector(`#tabs [data-tab=${name}]`)).click();

/** The button that opens and shuts the key of the map. */
function mountKeyButton() {
  const button = byId("drawer");
  const open = (/** @type {boolean} */ on) => {
    document.body.classList.toggle("drawer", on);
    button.setAttribute("aria-expanded", String(on));
  };
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-expanded") !== "true";
    open(on);
    (on ? byId("layers").querySelector("input") : button)?.focus();
  });
  const isRoomy = () => matchMedia(ROOMY).matches;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isRoomy()) open(false);
  });
  open(isRoomy());
}
