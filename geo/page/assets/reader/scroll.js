/** Scrolls the article to words, and highlights words in it, by their offsets. */

import { byId } from "../core/dom.js";
import { isCalm } from "../core/motion.js";

/** @typedef {{start: number, end: number}} Span in UTF-16 units of the article */

const HIGHLIGHT = "found"; // its name in CSS
const MOST = 2000; // words that are highlighted at once

/** Scroll the article, and only the article: scrollIntoView would move the app round the page too.
 * Blocks on the way are laid out as it scrolls, which moves the target: so it measures and scrolls again.
 * @param {() => DOMRect} box */
export function centre(box) {
  const pane = byId("article");
  const to = (/** @type {ScrollBehavior} */ behavior) => {
    const [frame, { top, height }] = [pane.getBoundingClientRect(), box()];
    const by = top - frame.top - Math.max(0, (frame.height - height) / 2);
    pane.scrollTo({ top: pane.scrollTop + by, behavior });
    return Math.abs(by) > 2;
  };
  if (pane.childElementCount === 1) return void to(isCalm() ? "auto" : "smooth");
  let tries = 5;
  const again = () => to("auto") && tries-- && requestAnimationFrame(again);
  again();
}

/** Scroll to words by their offsets, measured anew as blocks are laid out. @param {Span} span */
export function centreWords(span) {
  centre(() => {
    const [{ startContainer, startOffset, endContainer, endOffset }] = rangesOf([span]);
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.getBoundingClientRect();
  });
}

/** The ranges of spans, which are in the order of the text: the article's text nodes hold all its characters, in order.
 * They are static, because the browser updates live ranges at each change of the text. @param {Span[]} spans */
function rangesOf(spans) {
  const nodes = document.createTreeWalker(byId("article"), NodeFilter.SHOW_TEXT);
  let node = /** @type {Text} */ (nodes.nextNode());
  let offset = 0;
  const place = (/** @type {number} */ at) => {
    while (at > offset + node.length) {
      offset += node.length;
      node = /** @type {Text} */ (nodes.nextNode());
    }
    return /** @type {[Text, number]} */ ([node, at - offset]);
  };
  return spans.map(({ start, end }) => {
    const [[startContainer, startOffset], [endContainer, endOffset]] = [place(start), place(end)];
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  });
}

/** @type {Span[]} */
let highlighted = [];

/** Highlight spans without touching a node (CSS Custom Highlight API); without an argument, the same spans
 * again, because the nodes that held them have been replaced. @param {Span[]} [spans] */
export function highlightMatches(spans = highlighted) {
  const before = highlighted;
  highlighted = spans.slice(0, MOST);
  if ("highlights" in CSS && (highlighted.length || before.length)) CSS.highlights.set(HIGHLIGHT, new Highlight(...rangesOf(highlighted)));
}
