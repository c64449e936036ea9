/**
 * A Leaflet layer that is one canvas, drawn by a function. Each layer of the atlas
 * is one: switching it is a style change, and no redraw once it has been drawn.
 *
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {(ctx: CanvasRenderingContext2D, frame: Frame, ratio: number) => void} Draw
 * @typedef {(frame: Frame) => number[]} Reach the px of the frame that may be drawn on:
 *   left, top, right, bottom
 */

/**
 * Leaflet's Renderer keeps its container in place through pans and zoom animations. The
 * canvas in it is only as large as what is drawn, and there is none while it is hidden.
 */
const CanvasLayer = L.Renderer.extend({
  /** @param {string} pane @param {Draw} draw @param {Reach} reach @param {boolean} visible */
  initialize(pane, draw, reach, visible) {
    L.Renderer.prototype.initialize.call(this, { pane });
    this._draw = draw;
    this._reach = reach;
    this._hidden = !visible;
  },

  /** Show or hide, at the cost of a style change. */
  setVisible(/** @type {boolean} */ visible) {
    this._hidden = !visible;
    this._container.hidden = this._hidden;
    if (visible && this._stale) this._update();
  },

  redraw() {
    this._stale = true;
    if (!this._hidden) this._update();
  },

  getEvents() {
    return { ...L.Renderer.prototype.getEvents.call(this), move: this._follow };
  },

  /** While the map is dragged: draw on before the window reaches beyond what is drawn. */
  _follow() {
    if (this._map._animatingZoom || this._map.getZoom() !== this._zoom) return;
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    const window = L.bounds(corner, corner.add(this._map.getSize()));
    if (!this._bounds.contains(window)) this._update();
  },

  /** Leaflet's own would move the fresh canvas by a part of a pixel, and blur it. */
  _reset() {
    this._update();
  },

  _initContainer() {
    this._canvas = document.createElement("canvas");
    this._canvas.className = "atlas-canvas";
    this._canvas.setAttribute("aria-hidden", "true");
    this._container = document.createElement("div");
    this._container.className = "atlas-layer";
    this._container.hidden = this._hidden;
    this._container.append(this._canvas);
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
    const frame = this._frame(width, height);
    const ratio = window.devicePixelRatio || 1;
    const ctx = sized(this._canvas, this._reach(frame), ratio);
    if (ctx) this._draw(ctx, frame, ratio);
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

/** Give a canvas the size of what will be drawn, and its place in the frame; null if that is nothing.
 * @param {HTMLCanvasElement} canvas @param {number[]} box @param {number} ratio */
function sized(canvas, [left, top, right, bottom], ratio) {
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  if (!width || !height) return null;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
  return ctx;
}

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

/** @type {Reach} */
const everywhere = ({ width, height }) => [0, 0, width, height];

/** Add a canvas layer in a pane of its own, above the panes added before.
 * @param {any} map @param {string} name @param {Draw} draw */
export function addCanvas(map, name, draw, reach = everywhere, visible = true) {
  map.createPane(name).style.zIndex = String(400 + map.getPanes().overlayPane.parentNode.children.length);
  return new CanvasLayer(name, draw, reach, visible).addTo(map);
}

/** Start a path along a run of positions. @param {CanvasRenderingContext2D} ctx @param {import("./geometry.js").Run} run @param {Frame} frame */
export function trace(ctx, run, { scale, left, top }) {
  for (let i = 0; i < run.length; i += 2) {
    const x = run[i] * scale - left;
    const y = run[i + 1] * scale - top;
    if (i) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  }
}
