/**
 * The query of the app's address. One writes it, host.js: the page's link, whether an uploaded atlas
 * is open, and what others put there (`embed=true`), which stays.
 */

import { KEYS } from "./permalink.js";

const UPLOADED = "uploaded";

/** What stands in a query and is not the page's link: others' words, then whether an upload is open.
 * @param {string} search @param {boolean} uploaded is an uploaded atlas open? */
export function besideLink(search, uploaded) {
  const parts = new URLSearchParams(search);
  for (const key of [...KEYS, UPLOADED]) parts.delete(key);
  if (uploaded) parts.set(UPLOADED, "1");
  return parts.toString();
}

/** Does a query speak of an uploaded atlas? @param {string} search */
export const namesUpload = (search) => new URLSearchParams(search).has(UPLOADED);
