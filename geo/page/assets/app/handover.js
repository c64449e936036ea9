/** The component that hands a file, once it is made, to the reader's browser, which saves it: once for each time it was asked for. */

import { bytesOf } from "../data/packing.js";
import { save } from "../share/save.js";

/** @type {Set<string>} */
const handed = new Set();

/** @param {{data: {name: string, base64: string, serial: string}|null}} component */
export default function mount({ data }) {
  if (!data || handed.has(data.serial)) return;
  handed.add(data.serial);
  save(new Blob([bytesOf(data.base64)]), data.name);
}
