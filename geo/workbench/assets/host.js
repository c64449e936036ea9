/**
 * The component of the app that holds the workbench: it puts the page into a sandboxed frame, once, and passes what the
 * page asks on to the app's server. The frame has an opaque origin, so that the page can reach nothing of the app.
 *
 * @typedef {{page: string, ask: string, kept: boolean}} Shown the page's address, where it asks, are drafts kept?
 * @typedef {{parentElement: HTMLElement, data: Shown, setTriggerValue: (name: string, value: any) => void}} Component
 */

/** @type {WeakSet<Node>} */
const mounted = new WeakSet();

/** Called by Streamlit at the first mount and at each rerun. @param {Component} component */
export default function mount({ parentElement, data, setTriggerValue }) {
  if (mounted.has(parentElement)) return;
  mounted.add(parentElement);
  const frame = frameOf(data.page);
  const over = new AbortController();
  const hear = async (/** @type {MessageEvent} */ event) => {
    if (!frame.isConnected) return over.abort();
    if (event.source !== frame.contentWindow) return;
    const message = event.data;
    const tell = (/** @type {any} */ answer) => frame.contentWindow?.postMessage(answer, "*");
    if (message?.type === "ready") tell({ type: "welcome", kept: data.kept });
    if (message?.type === "leave") setTriggerValue("left", message.opens ? "sealed" : "plain");
    if (message?.type === "ask") tell({ type: "answer", serial: message.serial, answer: await asked(data.ask, message.ask) });
  };
  window.addEventListener("message", hear, { signal: over.signal });
  if (!data.kept) window.addEventListener("beforeunload", (event) => frame.isConnected && event.preventDefault(), { signal: over.signal });
  window.addEventListener("pagehide", () => frame.isConnected && letGo(data.ask), { signal: over.signal });
  parentElement.appendChild(frame);
  frame.addEventListener("load", () => frame.focus());
}

/** Have the desk let go of the draft, so that it can be opened again from a window that is loaded again. @param {string} address */
function letGo(address) {
  navigator.sendBeacon(address, new Blob([JSON.stringify({ ask: "shelf" })], { type: "application/json" }));
}

/** Ask the app's server. An answer that does not come says why. @param {string} address @param {any} ask */
async function asked(address, ask) {
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(ask) });
    return response.ok ? await response.json() : { unheard: await response.text() };
  } catch {
    return { unheard: "" };
  }
}

/** A frame with an origin of its own. Its page may save files. @param {string} page */
function frameOf(page) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-downloads");
  frame.title = "Workbench";
  frame.style.cssText = "display:block;width:100%;height:100dvh;min-height:34rem;border:0";
  frame.src = page;
  return frame;
}
