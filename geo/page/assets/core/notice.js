/** Shows a short message over the map for a few seconds; screen readers read it out. */

import { byId } from "./dom.js";
import { phrase } from "./language.js";

/** @type {number|undefined} */
let timer;

/** @param {import("./store.js").Store} store @param {string} key @param {(string|number)[]} values */
export function notify(store, key, ...values) {
  const notice = byId("notice");
  notice.textContent = phrase(store.get().language, key, ...values);
  notice.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (notice.hidden = true), 6000);
}
