/** Copies a text for the reader, and says whether it is on the clipboard. */

import { copyText } from "./clipboard.js";
import { notify } from "./notice.js";

/** A note, in place of the text's beginning, says what is left to do with it.
 * @param {import("./store.js").Store} store @param {string} text @param {string} [note] */
export async function copy(store, text, note = "") {
  if (await copyText(text)) notify(store, "copied", note || text.slice(0, 160));
  else notify(store, "notCopied", text);
}
