/** The component that hands a file, once it is made, to the reader's browser, which saves it: once for each time it was asked for. */

import { save } from "../share/save.js";

/** @type {Set<string>} */
const handed = new Set();

/** @param {{data: {name: string, base64: string, serial: string}|null}} component */
export default function mount({ data }) {
  if (!data || handed.has(data.serial)) return;
  handed.add(data.serial);
  const bytes = Uint8Array.from(atob(data.base64), (letter) => letter.charCodeAt(0));
  save(new Blob([bytes]), data.name);
}
