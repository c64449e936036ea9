/**
 * The component that reports the page's view to the app (see host.js): at once when the export panel is opened or
 * touched, and when the view has not changed for a moment. Without an open export panel it reports nothing.
 */

const REST = 400; // ms

/** @type {WeakSet<Node>} */
const mounted = new WeakSet();

/** Called at the first mount and at each rerun.
 * @param {{parentElement: Node, setStateValue: (name: string, value: any) => void}} component */
export default function mount({ parentElement, setStateValue }) {
  if (mounted.has(parentElement)) return;
  mounted.add(parentElement);
  const over = new AbortController();
  let now = "";
  let reported = "";
  let timer = 0;
  const tell = () => {
    clearTimeout(timer);
    if (!parentElement.isConnected) return over.abort();
    if (now === reported) return;
    reported = now;
    setStateValue("view", JSON.parse(now));
  };
  const hear = (/** @type {Event} */ event) => {
    now = JSON.stringify(/** @type {CustomEvent} */ (event).detail);
    clearTimeout(timer);
    timer = setTimeout(tell, reported ? REST : 0);
  };
  const { signal } = over;
  window.addEventListener("corridor-atlas:view", hear, { signal });
  const { host = parentElement } = /** @type {any} */ (parentElement.getRootNode());
  const panel = host.closest("[role=tabpanel]");
  for (const touch of ["pointerdown", "keydown"]) panel.addEventListener(touch, tell, { capture: true, signal });
  window.dispatchEvent(new CustomEvent("corridor-atlas:ask"));
}
