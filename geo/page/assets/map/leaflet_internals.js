/**
 * The page's Leaflet classes that use private members of Leaflet. No other module uses one, because Leaflet may rename
 * them in any release; tests/page/test_leaflet_internals.py looks for each of them in the Leaflet that the page holds.
 *
 * - L.Renderer: `_map`, `_container`, `_bounds`, `_zoom`, `_update`, `_reset`, `_initContainer`, `_destroyContainer`
 * - L.Map: `_animatingZoom`
 * - L.Control.Scale: `_update`, `_updateScale`
 *
 * @typedef {import("./canvas.js").Draw} Draw
 * @typedef {import("./canvas.js").Reach} Reach
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {L.Renderer & {setVisible: (visible: boolean) => void, redraw: () => void, isHidden: boolean, draw: Draw}} CanvasLayer
 * @typedef {L.Control.Scale & {update: () => void}} ScaleLine
 */

/**
 * The members of L.Renderer and L.Map that are used below, public and private, and those of a canvas layer.
 * @typedef {Pick<L.Renderer, keyof L.Renderer> & {
 *   _map: L.Map & {_animatingZoom: boolean}, _container: HTMLElement|undefined, _bounds: L.Bounds, _zoom: number, _update: () => void,
 *   canvas: HTMLCanvasElement, draw: Draw, reach: Reach, isHidden: boolean, isStale: boolean,
 *   follow: () => void, frame: (width: number, height: number) => Frame}} Internals
 */

/** Leaflet's own methods of a renderer, which its types leave out. @type {any} */
const renderer = L.Renderer.prototype;

/**
 * A Leaflet layer that is one canvas, drawn by a function. Leaflet's Renderer keeps its container in place through pans
 * and zoom animations. The canvas in it is only as large as the drawing, and has no size while the layer is hidden.
 * @type {new (pane: string, draw: Draw, reach: Reach, visible: boolean) => CanvasLayer}
 */
export const CanvasLayer = /** @type {any} */ (
  L.Renderer.extend(
    /** @type {ThisType<Internals>} */ ({
      initialize(/** @type {string} */ pane, /** @type {Draw} */ draw, /** @type {Reach} */ reach, /** @type {boolean} */ visible) {
        renderer.initialize.call(this, { pane });
        this.draw = draw;
        this.reach = reach;
        this.isHidden = !visible;
      },

      /** Show or hide the layer by its style, without a redraw if it has been drawn. */
      setVisible(/** @type {boolean} */ visible) {
        this.isHidden = !visible;
        if (this._container) this._container.hidden = this.isHidden;
        if (visible && this.isStale) this._update();
      },

      redraw() {
        this.isStale = true;
        if (!this.isHidden) this._update();
      },

      getEvents() {
        return { ...renderer.getEvents.call(this), move: this.follow };
      },

      /** Draw anew during a drag, before the window reaches beyond the drawing. */
      follow() {
        if (this._map._animatingZoom || this._map.getZoom() !== this._zoom) return;
        const corner = this._map.containerPointToLayerPoint([0, 0]);
        const window = L.bounds(corner, corner.add(this._map.getSize()));
        if (!this._bounds.contains(window)) this._update();
      },

      /** Leaflet's own method would move the fresh canvas by a part of a pixel, and blur it. */
      _reset() {
        this._update();
      },

      _initContainer() {
        this.canvas = document.createElement("canvas");
        this.canvas.className = "atlas-canvas";
        this.canvas.setAttribute("aria-hidden", "true");
        this._container = document.createElement("div");
        this._container.className = "atlas-layer";
        this._container.hidden = this.isHidden;
        this._container.append(this.canvas);
      },

      _destroyContainer() {
        this._container?.remove();
        delete this._container;
      },

      _update() {
        if (!this._container || (this._map._animatingZoom && this._bounds)) return;
        renderer._update.call(this);
        this.isStale = this.isHidden;
        L.DomUtil.setPosition(this._container, this._bounds.getTopLeft());
        if (this.isHidden) return;
        const { x: width, y: height } = this._bounds.getSize();
        const frame = this.frame(width, height);
        const ratio = window.devicePixelRatio || 1;
        const ctx = sized(this.canvas, this.reach(frame), ratio);
        if (ctx) this.draw(ctx, frame, ratio);
      },

      /** @returns {Frame} */
      frame(/** @type {number} */ width, /** @type {number} */ height) {
        const origin = this._bounds.getTopLeft();
        const corner = this._map.getPixelOrigin().add(origin);
        const seen = this._map.containerPointToLayerPoint([0, 0]).subtract(origin);
        const { x, y } = this._map.getSize();
        const visible = [seen.x, seen.y, seen.x + x, seen.y + y];
        return { scale: 2 ** this._zoom, left: corner.x, top: corner.y, width, height, visible };
      },
    }),
  )
);

/** Give a canvas the size of the drawing, and its place in the frame; null if that is nothing.
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

/**
 * A scale line whose number and unit a function turns into the reader's words: "100", "km".
 * @type {new (words: (number: string, unit: string) => string, options: L.Control.ScaleOptions) => ScaleLine}
 */
export const ScaleLine = /** @type {any} */ (
  L.Control.Scale.extend(
    /** @type {ThisType<any>} */ ({
      initialize(/** @type {(number: string, unit: string) => string} */ words, /** @type {L.Control.ScaleOptions} */ options) {
        L.Util.setOptions(this, options);
        this.words = words;
      },

      /** Write the line anew, as when the language changes. */
      update() {
        this._update();
      },

      _updateScale(/** @type {HTMLElement} */ line, /** @type {string} */ text, /** @type {number} */ ratio) {
        const [, number, unit] = text.split(/(\S+) /);
        line.style.width = `${Math.round(this.options.maxWidth * ratio)}px`;
        line.textContent = this.words(number, unit);
        line.dir = "auto";
      },
    }),
  )
);
