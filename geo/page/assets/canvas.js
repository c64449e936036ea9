/**
 * A Leaflet layer that is one canvas, drawn by a function. Each layer of the atlas
 * is one: switching it is a style change, not a redraw.
 *
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {(ctx: CanvasRenderingContext2D, frame: Frame, ratio: number) => void} Draw
 */

/** Leaflet's Renderer keeps a canvas in place through pans and zoom animations. */
const CanvasLayer = L.Renderer.extend({
  /** @param {string} pane @param {Draw} draw */
  initialize(pane, draw) {
    L.Renderer.prototype.initialize.call(this, { pane, padding: 0.25 });
    this._draw = draw;
  },

  /** Show or hide, at the cost of a style change. */
  setVisible(/** @type {boolean} */ visible) {
    this._hidden = !visible;
    this._container.style.display = visible ? "" : "none";
    if (visible && this._stale) this._update();
  },

  redraw() {
    this._stale = true;
    if (!this._hidden) this._update();
  },

  /** Leaflet's own would move the fresh canvas by a part of a pixel, and blur it. */
  _reset() {
    this._update();
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.className = "atlas-canvas";
    this._container.setAttribute("aria-hidden", "true");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    this._stale = this._hidden;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    if (this._hidden) return;
    const { x: width, y: height } = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    const canvas = /** @type {HTMLCanvasElement} */ (this._container);
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    ctx.scale(ratio, ratio);
    this._draw(ctx, this._frame(width, height), ratio);
  },

  /** @returns {Frame} */
  _frame(/** @type {number} */ width, /** @type {number} */ height) {
    const corner = this._map.getPixelOrigin().add(this._bounds.min);
    const seen = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
    const { x, y } = this._map.getSize();
    const visible = [seen.x, seen.y, seen.x + x, seen.y + y];
    return { scale: 2 ** this._zoom, left: corner.x, top: corner.y, width, height, visible };
  },
});

/** All that the map's canvases show now, on one canvas of `ratio` dots a pixel. @param {any} map @param {number} ratio */
export function picture(map, ratio) {
  const { x: width, y: height } = map.getSize();
  const { x: left, y: top } = map.getPixelBounds().min;
  const frame = { scale: 2 ** map.getZoom(), left, top, width, height, visible: [0, 0, width, height] };
  const canvas = document.createElement("canvas");
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(ratio, ratio);
  map.eachLayer((/** @type {any} */ layer) => {
    if (!(layer instanceof CanvasLayer) || layer._hidden) return;
    ctx.save(); // what one layer sets isn't the next one's
    layer._draw(ctx, frame, ratio);
    ctx.restore();
  });
  return canvas;
}

/** Add a canvas layer in a pane of its own, above the panes added before. */
export function addCanvas(
  /** @type {any} */ map,
  /** @type {string} */ name,
  /** @type {Draw} */ draw,
) {
  map.createPane(name).style.zIndex = String(400 + map.getPanes().overlayPane.parentNode.children.length);
  return new CanvasLayer(name, draw).addTo(map);
}

/** Start a path along a run of positions. @param {CanvasRenderingContext2D} ctx @param {Float64Array} run @param {Frame} frame */
export function trace(ctx, run, { scale, left, top }) {
  for (let i = 0; i < run.length; i += 2) {
    const x = run[i] * scale - left;
    const y = run[i + 1] * scale - top;
    if (i) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  }
}
