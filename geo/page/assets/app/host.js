/**
 * The app's side of the wire: puts the page into a sandboxed frame, once, and
 * passes messages. The frame has an opaque origin: it can reach nothing of the app.
 * The address is written here alone: the app's server says whether an uploaded atlas is open.
 *
 * @typedef {{page: string, atlas: string, upload: "open"|"closed"|"none"}} Shown
 *   the page's address, its atlas' digest, and whether that was uploaded ("none": no upload is known)
 * @typedef {{frame: HTMLIFrameElement, shown: Shown, ready: boolean, serial: string, waiting: any, view: any}} Host
 *   ready: the page listens; serial: of the last selection asked for; waiting: a message for when it
 *   listens; view: what it shows
 */

import { besideLink, namesUpload } from "../core/query.js";

/** @type {WeakMap<Node, Host>} */
const hosts = new WeakMap();

/** @param {Shown} shown */
const isUpload = (shown) => shown.upload === "open";

/** Called by Streamlit at the first mount and at each rerun. An address may name an upload that is gone.
 * @param {{parentElement: Node, data: Shown, setTriggerValue: (name: string, value: any) => void}} component */
export default function mount({ parentElement, data, setTriggerValue }) {
  const lost = data.upload === "none" && namesUpload(location.search);
  const host = hosts.get(parentElement);
  if (!host) hosts.set(parentElement, frameIn(parentElement, data));
  else if (data.page !== host.shown.page) replace(host, data);
  if (lost) setTriggerValue("lost", true);
}

/** Show another page, without a step in the browser's history; a view of another atlas means nothing in it.
 * @param {Host} host @param {Shown} shown */
function replace(host, shown) {
  const another = shown.atlas !== host.shown.atlas || isUpload(shown) !== isUpload(host.shown);
  const frame = frameOf(shown.page);
  host.frame.replaceWith(frame);
  Object.assign(host, { frame, shown, ready: false, view: null });
  if (another) putLink(host, "", false);
  if (another) bringToTop(frame);
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
  setRight(host);
  window.addEventListener("message", (event) => {
    if (event.source === host.frame.contentWindow) hear(host, event.data);
  });
  window.addEventListener("corridor-atlas:select", (event) => {
    select(host, /** @type {CustomEvent} */ (event).detail);
  });
  window.addEventListener("corridor-atlas:ask", () => tellView(host));
  window.addEventListener("popstate", () => goTo(host));
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
  if (message?.type === "link") putLink(host, message.link, message.push);
}

/** Put the page's link into the app's address. @param {Host} host @param {string} link @param {boolean} push */
function putLink({ shown }, link, push) {
  const query = [besideLink(location.search, isUpload(shown)), link].filter(Boolean).join("&");
  const address = location.pathname + (query && `?${query}`);
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** An address of another atlas than is shown: its view means nothing here. @param {Host} host */
function setRight(host) {
  if (namesUpload(location.search) !== isUpload(host.shown)) putLink(host, "", false);
}

/** One went back or forward in the browser's history. @param {Host} host */
function goTo(host) {
  if (!host.frame.isConnected) return; // another has taken its place
  setRight(host);
  tellLink(host, true);
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
  const query = besideLink(location.search, isUpload(host.shown));
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
