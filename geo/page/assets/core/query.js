/**
 * The parts of the query of the app's address, which host.js writes: the page's link, whether a guest (an uploaded
 * atlas) is open, and parameters of others (`embed=true`), which stay.
 */

import { KEYS } from "./permalink.js";

const GUEST = "guest";

/** A query without the page's link: the parameters of others, then the guest's.
 * @param {string} search @param {boolean} guest is a guest open? */
export function besideLink(search, guest) {
  const parts = new URLSearchParams(search);
  for (const key of [...KEYS, GUEST]) parts.delete(key);
  if (guest) parts.set(GUEST, "1");
  return parts.toString();
}

/** Does a query say that a guest is open? @param {string} search */
export const namesGuest = (search) => new URLSearchParams(search).has(GUEST);
