/** The article's element: where its characters are, and how to bring them into sight. */

import { byId } from "./dom.js";

/** @typedef {{start: number, end: number}} Span in UTF-16 units of the article */

const FOUND = "found"; // the name of the CSS highlight

/** Scroll the article, and only the article: scrollIntoView would move the app round the page too.
 * @param {DOMRect} box */
export function centre(box) {
  const pane = byId("article");
  const frame = pane.getBoundingClientRect();
  const top = pane.scrollTop + box.top - frame.top - Math.max(0, (frame.height - box.height) / 2);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
}

/** The article's text nodes hold all its characters, in order. @param {Span} span */
export function rangeOf({ start, end }) {
  const range = new Range();
  const nodes = document.createTreeWalker(byId("article"), NodeFilter.SHOW_TEXT);
  let offset = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (start >= offset && start < offset + length) range.setStart(node, start - offset);
    if (end > offset && end <= offset + length) {
      range.setEnd(node, end - offset);
      break;
    }
    offset += length;
  }
  return range;
}

/** Mark spans without touching a node (CSS Custom Highlight API). @param {Span[]} spans */
export function markFound(spans) {
  if ("highlights" in CSS) CSS.highlights.set(FOUND, new Highlight(...spans.map(rangeOf)));
}
