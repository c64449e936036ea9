/**
 * The app's side of the wire: puts the page into a sandboxed frame, once, and
 * passes messages. The frame has an opaque origin: it can reach nothing of the app.
 *
 * @typedef {{page: string, atlas: string}} Shown the page's address, and its atlas' digest
 * @typedef {{frame: HTMLIFrameElement, shown: Shown, ready: boolean, serial: string, waiting: any, view: any}} Host
 *   ready: the page listens; serial: of the last selection asked for; waiting: a message for when it
 *   listens; view: what it shows
 */

import { KEYS } from "./link.js";

/** @type {WeakMap<Node, Host>} */
const hosts = new WeakMap();

/** Called by Streamlit at the first mount and at each rerun, with the page's address and its atlas' digest.
 * @param {{parentElement: Node, data: Shown}} component */
export default function mount({ parentElement, data }) {
  const host = hosts.get(parentElement);
  if (!host) hosts.set(parentElement, frameIn(parentElement, data));
  else if (data.page !== host.shown.page) replace(host, data);
}

/** Show another page, without a step in the browser's history; a view of another atlas means nothing in it.
 * @param {Host} host @param {Shown} shown */
function replace(host, shown) {
  if (shown.atlas !== host.shown.atlas) putLink("", false);
  const frame = frameOf(shown.page);
  host.frame.replaceWith(frame);
  if (shown.atlas !== host.shown.atlas) bringToTop(frame);
  Object.assign(host, { frame, shown, ready: false, view: null });
}

/** A frame with an origin of its own. @param {string} page */
function frameOf(page) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
  frame.setAttribute("allow", "fullscreen; clipboard-write");
  frame.title = "Map, layers and article";
  frame.style.cssText = "display:block;width:100%;height:calc(100dvh - 3.4rem);min-height:34rem;border:0";
  frame.src = page;
  return frame;
}

/** @param {Node} parent @param {Shown} shown @returns {Host} */
function frameIn(parent, shown) {
  /** @type {Host} */
  const host = { frame: frameOf(shown.page), shown, ready: false, serial: "", waiting: null, view: null };
  window.addEventListener("message", (event) => {
    if (event.source === host.frame.contentWindow) hear(host, event.data);
  });
  window.addEventListener("corridor-atlas:select", (event) => {
    select(host, /** @type {CustomEvent} */ (event).detail);
  });
  window.addEventListener("corridor-atlas:ask", () => tellView(host));
  window.addEventListener("popstate", () => tellLink(host, true));
  document.addEventListener("click", bringUp, true);
  parent.appendChild(host.frame);
  return host;
}

/** The panels lie below the window's edge: a chosen tab brings its panel up, once it is laid out.
 * @param {MouseEvent} event */
function bringUp(event) {
  const tab = /** @type {Element} */ (event.target).closest("[role=tab]");
  if (tab) setTimeout(() => bringToTop(tab), 100);
}

/** The view is in the app's address: the page reads it when it has loaded, and keeps it up to date.
 * @param {Host} host @param {any} message */
function hear(host, message) {
  if (message?.type === "ready") welcome(host);
  if (message?.type === "view") tellView(Object.assign(host, { view: message.view }));
  if (message?.type === "link") putLink(message.link, message.push);
}

/** Put the page's link into the app's address. @param {string} link @param {boolean} push */
function putLink(link, push) {
  const query = [othersOf(location.search), link].filter(Boolean).join("&");
  const address = location.pathname + (query && `?${query}`);
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** What stands in the query and is not the page's (see link.js). @param {string} query */
function othersOf(query) {
  const parts = new URLSearchParams(query);
  for (const key of KEYS) parts.delete(key);
  return parts.toString();
}

/** A page has loaded: tell it what to show, also what it was asked for meanwhile. @param {Host} host */
function welcome(host) {
  host.ready = true;
  tellLink(host);
  if (host.waiting) tell(host, host.waiting);
  host.waiting = null;
}

/** @param {Host} host @param {boolean} [back] one went back or forward in the browser's history */
function tellLink(host, back = false) {
  const query = othersOf(location.search);
  const base = `${location.origin}${location.pathname}?${query && `${query}&`}`;
  tell(host, { type: "link", link: location.search.slice(1), base, back });
}

/** Tell the app's panels what the page shows (see report.js). @param {Host} host */
function tellView({ view }) {
  if (view) window.dispatchEvent(new CustomEvent("corridor-atlas:view", { detail: view }));
}

/** Pass a selection on, once: each rerun brings the last one again. @param {Host} host @param {any} asked */
function select(host, asked) {
  if (asked.serial === host.serial) return;
  host.serial = asked.serial;
  const message = { type: "select", ...asked };
  if (host.ready) tell(host, message);
  else host.waiting = message;
  bringToTop(host.frame);
}

/** @param {Host} host @param {any} message */
const tell = (host, message) => host.frame.contentWindow?.postMessage(message, "*");

/** @param {Element} element */
function bringToTop(element) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}
