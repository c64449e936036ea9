/**
 * The component of the app that holds the page: it puts the page into a sandboxed frame, once, and passes
 * messages between page and app. The frame has an opaque origin, so that the page can reach nothing of the app.
 * Only this module writes the app's address. The app's server says whether an uploaded atlas is open.
 *
 * @typedef {{page: string, atlas: string, upload: "open"|"closed"|"none"}} Shown
 *   the page's address, its atlas' digest, and whether it was uploaded ("none": the server knows of no upload)
 * @typedef {{frame: HTMLIFrameElement, shown: Shown, ready: boolean, serial: string, waiting: any, view: any}} Host
 *   ready: the page listens; serial: of the last selection asked for; waiting: a message for when it
 *   listens; view: what it shows
 */

import { ALLOW, SANDBOX } from "../core/hosting.js";
import { isCalm } from "../core/motion.js";
import { besideLink, namesUpload } from "../core/query.js";

/** @type {WeakMap<Node, Host>} */
const hosts = new WeakMap();

/** @param {Shown} shown */
const isUpload = (shown) => shown.upload === "open";

/** Called by Streamlit at the first mount and at each rerun. The address may name an upload that has been removed.
 * @param {{parentElement: Node, data: Shown, setTriggerValue: (name: string, value: any) => void}} component */
export default function mount({ parentElement, data, setTriggerValue }) {
  const lost = data.upload === "none" && namesUpload(location.search);
  const host = hosts.get(parentElement);
  if (!host) hosts.set(parentElement, frameIn(parentElement, data));
  else if (data.page !== host.shown.page) replace(host, data);
  if (lost) setTriggerValue("lost", true);
}

/** Show another page, without a step in the browser's history. A link made for another atlas is dropped.
 * @param {Host} host @param {Shown} shown */
function replace(host, shown) {
  const another = shown.atlas !== host.shown.atlas || isUpload(shown) !== isUpload(host.shown);
  const frame = frameOf(shown.page);
  host.frame.replaceWith(frame);
  Object.assign(host, { frame, shown, ready: false, view: null });
  if (another) putLink(host, "", false);
  if (another) bringToTop(frame);
}

/** A frame with an origin of its own. Its page may save files and print, which only the page's own scripts can ask for: its
 * policy runs no others. A file that is saved is made of what the page holds. @param {string} page */
function frameOf(page) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", SANDBOX);
  frame.setAttribute("allow", ALLOW);
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

/** Scroll to a panel when its tab is chosen, because panels lie below the window's edge. It is laid out a moment later.
 * @param {MouseEvent} event */
function bringUp(event) {
  const tab = /** @type {Element} */ (event.target).closest("[role=tab]");
  if (tab) setTimeout(() => bringToTop(tab), 100);
}

/** Handle a message from the page: it has loaded, it shows another view, its link has changed, or files are asked for.
 * @param {Host} host @param {any} message */
function hear(host, message) {
  if (message?.type === "ready") welcome(host);
  if (message?.type === "view") tellView(Object.assign(host, { view: message.view }));
  if (message?.type === "link") putLink(host, message.link, message.push);
  if (message?.type === "briefing") openBriefing();
}

/** Open the panel that makes files (geo/app/main.py); `bringUp` then scrolls to it. */
function openBriefing() {
  const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[role=tab]")]);
  tabs.find((tab) => tab.textContent?.trim() === "Briefing")?.click();
}

/** Put the page's link into the app's address. @param {Host} host @param {string} link @param {boolean} push */
function putLink({ shown }, link, push) {
  const query = [besideLink(location.search, isUpload(shown)), link].filter(Boolean).join("&");
  const address = location.pathname + (query && `?${query}`);
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** Drop the link from the address when it was made for another atlas than the shown one. @param {Host} host */
function setRight(host) {
  if (namesUpload(location.search) !== isUpload(host.shown)) putLink(host, "", false);
}

/** Follow the browser's history, back or forward. @param {Host} host */
function goTo(host) {
  if (!host.frame.isConnected) return; // a later mount has replaced this frame
  setRight(host);
  tellLink(host, true);
}

/** Tell a page that has loaded which view to show, and pass on the message that waited for it. @param {Host} host */
function welcome(host) {
  host.ready = true;
  tellLink(host);
  if (host.waiting) tell(host, host.waiting);
  host.waiting = null;
}

/** @param {Host} host @param {boolean} [back] the browser's history was used */
function tellLink(host, back = false) {
  const query = besideLink(location.search, isUpload(host.shown));
  const base = `${location.origin}${location.pathname}?${query && `${query}&`}`;
  tell(host, { type: "link", link: location.search.slice(1), base, back });
}

/** Tell the app's panels what the page shows (see report.js). @param {Host} host */
function tellView({ view }) {
  if (view) window.dispatchEvent(new CustomEvent("corridor-atlas:view", { detail: view }));
}

/** Pass a selection on, but only once, because each rerun of the app brings the last selection again. @param {Host} host @param {any} asked */
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
  element.scrollIntoView({ behavior: isCalm() ? "auto" : "smooth", block: "start" });
}
