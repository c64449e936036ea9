/**
 * Tells the app what the page shows (see host.js), once it rests; for a panel that
 * makes files of it. While no such panel is open, nobody is told anything.
 */

const REST = 400; // ms

/** @type {WeakSet<Node>} */
const mounted = new WeakSet();

/** Called at the first mount and at each rerun.
 * @param {{parentElement: Node, setStateValue: (name: string, value: any) => void}} component */
export default function mount({ parentElement, setStateValue }) {
  if (mounted.has(parentElement)) return;
  mounted.add(parentElement);
  let last = "";
  let timer = 0;
  const report = (/** @type {Event} */ event) => {
    if (!parentElement.isConnected) return window.removeEventListener("corridor-atlas:view", report);
    const { detail } = /** @type {CustomEvent} */ (event);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (JSON.stringify(detail) === last) return;
      last = JSON.stringify(detail);
      setStateValue("view", detail);
    }, REST);
  };
  window.addEventListener("corridor-atlas:view", report);
  window.dispatchEvent(new CustomEvent("corridor-atlas:ask"));
}
