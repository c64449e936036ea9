/**
 * The wire to the app, when the page lives in its frame. The page tells its view
 * after each change; the app may ask for a mark, or for a view it was told before.
 */

/** @param {any} map @param {import("./data.js").Atlas} atlas @param {import("./view.js").Store} store */
export function mountBridge(map, atlas, store) {
  if (window.parent === window) return;
  const tell = () => {
    const { lat, lng } = map.getCenter();
    const view = { ...store.get(), center: [lat, lng], zoom: map.getZoom() };
    window.parent.postMessage({ type: "view", view }, "*");
  };
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent) return;
    if (event.data?.type === "select") select(atlas, store, event.data);
    if (event.data?.type === "restore") {
      const { center, zoom, ...view } = event.data.view;
      store.set(view, "map");
      map.setView(center, zoom, { animate: false });
    }
  });
  window.parent.postMessage({ type: "ready" }, "*");
  store.subscribe(tell);
  map.on("moveend", tell);
}

/** @param {import("./data.js").Atlas} atlas @param {import("./view.js").Store} store @param {{feature: string, excerpt: string|null}} asked */
function select(atlas, store, asked) {
  const mark = atlas.marks.get(asked.feature);
  if (!mark) return;
  const known = asked.excerpt && mark.excerpts.includes(asked.excerpt);
  store.set({ feature: mark.id, excerpt: known ? asked.excerpt : (mark.excerpts[0] ?? null) }, "host");
}
