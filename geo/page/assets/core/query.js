/**
 * The query of the app's address. One writes it, host.js: the page's link, whether a guest's atlas
 * is open, and what others put there (`embed=true`), which stays.
 */

import { KEYS } from "./permalink.js";

const GUEST = "guest";

/** What stands in a query and is not the page's link: others' words, then the guest's.
 * @param {string} search @param {boolean} guest is one open? */
export function besideLink(search, guest) {
  const parts = new URLSearchParams(search);
  for (const key of [...KEYS, GUEST]) parts.delete(key);
  if (guest) parts.set(GUEST, "1");
  return parts.toString();
}

/** Does a query speak of a guest's atlas? @param {string} search */
export const namesGuest = (search) => new URLSearchParams(search).has(GUEST);
