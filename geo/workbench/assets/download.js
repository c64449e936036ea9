/** What the desk has packed, as a file that the browser saves. */

import { bytesOf } from "../../page/assets/data/packing.js";
import { fileName, save } from "../../page/assets/share/save.js";
import { get } from "./bench.js";

/** Save a ZIP under the article's title. @param {string} zip in base64 @param {string} ending */
export function saveZip(zip, ending) {
  const name = fileName(String(get().draft?.article.title ?? ""), ending);
  save(new Blob([bytesOf(zip)], { type: "application/zip" }), name);
}
