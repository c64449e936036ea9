/**
 * Paints elements onto a canvas as the browser has laid them out: grounds, borders, texts and canvases. Generated content
 * is not painted, but for the quotation marks of a `q`.
 *
 * @typedef {{ctx: CanvasRenderingContext2D, within?: DOMRect}} Brush within: what lies beyond it is left out, as out of sight in a scrolling box
 */

const DASHES = /** @type {Record<string, number[]>} */ ({ dashed: [4, 3], dotted: [1.5, 2] });

/** @param {Brush} brush its canvas is in the px of the window @param {Element} element */
export function paint(brush, element) {
  const style = getComputedStyle(element);
  if (style.display === "none") return;
  if (element instanceof HTMLCanvasElement) return paintCanvas(brush, element);
  for (const rect of element.getClientRects()) if (isSeen(brush, rect)) paintBox(brush.ctx, rect, style);
  const isCut = element.scrollHeight > element.clientHeight + 1 && style.overflowY !== "visible";
  const brushWithin = isCut ? { ...brush, within: element.getBoundingClientRect() } : brush;
  for (const node of element.childNodes) {
    if (node instanceof Element) paint(brushWithin, node);
    else if (node instanceof Text) paintText(brushWithin, node, style);
  }
  if (element.tagName === "Q" && style.quotes !== "none") paintQuotes(brushWithin, element, style);
}

/** @param {Brush} brush @param {DOMRect} rect */
const isSeen = ({ within }, { top, bottom }) => !within || (top >= within.top - 1 && bottom <= within.bottom + 1);

/** @param {Brush} brush @param {HTMLCanvasElement} canvas */
function paintCanvas(brush, canvas) {
  const rect = canvas.getBoundingClientRect();
  if (rect.width && isSeen(brush, rect)) brush.ctx.drawImage(canvas, rect.left, rect.top, rect.width, rect.height);
}

/** The ground and the border of a box. @param {CanvasRenderingContext2D} ctx @param {DOMRect} rect @param {CSSStyleDeclaration} style */
function paintBox(ctx, { left, top, width, height }, style) {
  const radius = style.borderTopLeftRadius.endsWith("%") ? width / 2 : parseFloat(style.borderTopLeftRadius);
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, radius);
  ctx.fillStyle = style.backgroundColor;
  ctx.fill();
  const sides = ["Top", "Right", "Bottom", "Left"].map((side) => borderOf(style, side));
  if (sides.every((side) => String(Object.values(side)) === String(Object.values(sides[0])))) {
    const { wide } = sides[0];
    ctx.beginPath();
    ctx.roundRect(left + wide / 2, top + wide / 2, width - wide, height - wide, Math.max(0, radius - wide / 2));
    stroke(ctx, sides[0]);
  } else {
    const corners = [
      [left, top],
      [left + width, top],
      [left + width, top + height],
      [left, top + height],
    ];
    const inward = [
      [0, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ];
    for (const [at, side] of sides.entries()) {
      const [dx, dy] = inward[at].map((way) => (way * side.wide) / 2);
      ctx.beginPath();
      ctx.moveTo(corners[at][0] + dx, corners[at][1] + dy);
      ctx.lineTo(corners[(at + 1) % 4][0] + dx, corners[(at + 1) % 4][1] + dy);
      stroke(ctx, side);
    }
  }
  ctx.restore();
}

/** @typedef {{wide: number, line: string, colour: string}} Border */

/** @param {CSSStyleDeclaration} style @param {string} side @returns {Border} */
function borderOf(style, side) {
  const value = (/** @type {string} */ what) => style.getPropertyValue(`border-${side.toLowerCase()}-${what}`);
  return { wide: parseFloat(value("width")), line: value("style"), colour: value("color") };
}

/** @param {CanvasRenderingContext2D} ctx @param {Border} border */
function stroke(ctx, { wide, line, colour }) {
  if (!wide || line === "none") return;
  ctx.lineWidth = wide;
  ctx.strokeStyle = colour;
  ctx.setLineDash(DASHES[line] ?? []);
  ctx.stroke();
}

/** @param {Brush} brush @param {Text} node @param {CSSStyleDeclaration} style */
function paintText(brush, node, style) {
  for (const { text, rect } of linesOf(node)) {
    if (isSeen(brush, rect)) write(brush.ctx, text, rect, style, "left");
  }
}

/** The lines into which the browser has broken a text, each with its place. @param {Text} node @returns {{text: string, rect: DOMRect}[]} */
function linesOf(node) {
  const range = document.createRange();
  /** @type {{text: string, rect: DOMRect}[]} */
  const lines = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += letter.length));
    const rect = [...range.getClientRects()].at(-1);
    if (!rect || (!rect.width && /\s/.test(letter))) continue; // white space that the browser has dropped
    const last = lines.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < rect.height / 2) {
      last.text += letter;
      last.rect = around(last.rect, rect);
    } else lines.push({ text: letter, rect });
  }
  return lines.map(({ text, rect }) => ({ text: text.replace(/\s/g, " "), rect }));
}

/** @param {DOMRect} a @param {DOMRect} b */
function around(a, b) {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {DOMRect} rect @param {CSSStyleDeclaration} style @param {"left"|"right"} align */
function write(ctx, text, rect, style, align) {
  ctx.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  ctx.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
  ctx.direction = style.direction === "rtl" ? "rtl" : "ltr";
  ctx.textAlign = align;
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = style.color;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = ctx.measureText(text);
  ctx.fillText(text, align === "left" ? rect.left : rect.right, (rect.top + rect.bottom + above - below) / 2);
}

/** The quotation marks that the browser writes round a quote. @param {Brush} brush @param {Element} quote @param {CSSStyleDeclaration} style */
function paintQuotes(brush, quote, style) {
  const [open, shut] = [...style.quotes.matchAll(/"([^"]*)"/g)].map(([, mark]) => mark);
  const rects = [...quote.getClientRects()];
  const [first, last] = [rects[0], rects.at(-1)];
  if (!open || !first || !last) return;
  const isRtl = style.direction === "rtl";
  if (isSeen(brush, first)) write(brush.ctx, open, first, style, isRtl ? "right" : "left");
  if (isSeen(brush, last)) write(brush.ctx, shut, last, style, isRtl ? "left" : "right");
}
