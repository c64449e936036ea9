/**
 * The component that keeps the choices of the export panel in this browser for the next visit, an entry an atlas. The
 * page can't: its frame has an opaque origin. Where the browser keeps nothing, there is nothing to say: the panel has its defaults.
 */

const PREFIX = "corridor-atlas:export:";

/** Called at the first mount and at each rerun. Until the app has got what was kept, it has nothing to keep.
 * @param {{data: {atlas: string, chosen: Record<string, string>|null}, setStateValue: (name: string, value: any) => void}} component */
export default function mount({ data, setStateValue }) {
  const name = PREFIX + data.atlas;
  if (data.chosen) write(name, data.chosen);
  else setStateValue("kept", { presets: read(name) });
}

/** @param {string} name @returns {unknown} */
function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null; // no storage in this window, or no JSON in it
  }
}

/** Keep what was chosen; of defaults alone nothing is kept. @param {string} name @param {Record<string, string>} chosen */
function write(name, chosen) {
  try {
    if (Object.keys(chosen).length) localStorage.setItem(name, JSON.stringify(chosen));
    else localStorage.removeItem(name);
  } catch {
    // no storage in this window, or no room in it
  }
}
