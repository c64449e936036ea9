/** Shows a text in blocks of paragraphs, so that of a long text only the blocks near the window are laid out. */

import { el, fill } from "../core/dom.js";

/**
 * @typedef {import("../core/text.js").Span} Span
 * @typedef {import("../core/text.js").Paragraph} Paragraph
 * @typedef {(element: HTMLElement, span: Span) => void} FillParagraph
 * @typedef {{element: HTMLElement, span: Span, lay?: () => void}} Block lay lays the block out, once
 */

const PARAGRAPHS = 60; // in a block

/** Fill a pane with a text, every character of it in order.
 * @param {HTMLElement} pane @param {{text: string, paragraphs: Paragraph[]}} article
 * @param {FillParagraph} fillParagraph is called when a paragraph comes near the pane's window; till then its block is plain text
 * @param {() => void} done called when paragraphs have been filled
 * @returns {(span: Span) => void} lays out the paragraphs of a span at once */
export function blocksOf(pane, { text, paragraphs }, fillParagraph, done) {
  /** @type {Map<Element, Block>} */
  const blocks = new Map();
  for (let first = 0; first < paragraphs.length; first += PARAGRAPHS) {
    const end = paragraphs[first + PARAGRAPHS]?.start ?? text.length;
    const block = blockOf(text, paragraphs, first, { start: first ? paragraphs[first].start : 0, end }, fillParagraph);
    blocks.set(block.element, block);
  }
  fill(pane, ...blocks.keys());
  let isNotified = true;
  const notify = () => {
    isNotified = true;
    done();
  };
  const layOut = (/** @type {Block|undefined} */ block) => {
    if (!block?.lay) return;
    block.lay();
    block.lay = undefined;
    if (isNotified) queueMicrotask(notify); // once for all blocks laid out now: a print lays out every block
    isNotified = false;
  };
  const [first] = blocks.keys();
  layOut(blocks.get(first)); // at once, so that the first sight is painted once
  if (blocks.size > 1) watch(pane, [...blocks.keys()], (element) => layOut(blocks.get(element)));
  return ({ start, end }) => blocks.forEach((block) => block.span.start < end && block.span.end > start && layOut(block));
}

/** @param {string} text @param {Paragraph[]} paragraphs @param {number} first of the block @param {Span} span @param {FillParagraph} fillParagraph @returns {Block} */
function blockOf(text, paragraphs, first, { start, end }, fillParagraph) {
  const own = paragraphs.slice(first, first + PARAGRAPHS);
  const element = el("div", { class: "block" }, text.slice(start, end));
  element.style.setProperty("--lines", String(own.length + Math.ceil((end - start) / 60))); // estimated
  const lay = () => {
    const children = [];
    let at = start;
    for (const span of own) {
      const paragraph = el(span.number === 0 ? "h2" : "p", { data: { paragraph: span.number || "" } });
      fillParagraph(paragraph, span);
      children.push(text.slice(at, span.start), paragraph); // with the line ends between
      at = span.end;
    }
    fill(element, ...children, text.slice(at, end));
  };
  return { element, span: { start, end }, lay };
}

/** @param {Element} pane @param {Element[]} blocks @param {(block: Element) => void} layOut */
function watch(pane, blocks, layOut) {
  const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) layOut(target);
  };
  const observer = new IntersectionObserver(seen, { root: pane, rootMargin: "800px" });
  for (const block of blocks) observer.observe(block);
}
