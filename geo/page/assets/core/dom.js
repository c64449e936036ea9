/** Makes elements without markup: every string becomes a text node or an attribute value, and is never parsed. */

/**
 * @typedef {Record<string, any>} Props attributes; `on` maps events to handlers,
 *   `data` to data-* attributes; false and null leave an attribute out
 * @param {string} tag @param {Props} [props] @param {(Node|string|null|undefined|false)[]} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  const { on = {}, data = {}, ...attributes } = props;
  for (const [event, handler] of Object.entries(on)) element.addEventListener(event, handler);
  for (const [key, value] of Object.entries(data)) element.dataset[key] = value;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  fill(element, ...children);
  return element;
}

/** Replace the children of an element. @param {Element} parent */
export function fill(parent, /** @type {(Node|string|null|undefined|false)[]} */ ...children) {
  parent.replaceChildren(.../** @type {(Node|string)[]} */ (children.filter((child) => child)));
}

/** The element with this id, which the page's template has. @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** A canvas of so many px, with `ratio` dots for each, and what draws on it in px.
 * @param {number} width @param {number} height @param {number} ratio @param {string} [name] of its class */
export function blankCanvas(width, height, ratio, name = "") {
  const canvas = document.createElement("canvas");
  canvas.className = name;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(ratio, ratio);
  return { canvas, ctx };
}

/** A link for http(s) addresses, else plain text. @param {string} text @param {string|null|undefined} url */
export function link(text, url) {
  if (!url || !/^https?:\/\//i.test(url)) return el("span", { dir: "auto" }, text);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text);
}
