/** A text in blocks of paragraphs: a long one is laid out where it is looked at. */

import { el, fill } from "../core/dom.js";

/**
 * @typedef {import("../core/text.js").Span} Span
 * @typedef {import("../core/text.js").Paragraph} Paragraph
 * @typedef {(element: HTMLElement, span: Span) => void} Mark
 * @typedef {{element: HTMLElement, span: Span, lay?: () => void}} Block lay is done once
 */

const PARAGRAPHS = 60; // of a block

/** Fill a pane with a text, every character of it in order.
 * @param {HTMLElement} pane @param {{text: string, paragraphs: Paragraph[]}} article
 * @param {Mark} mark fills a paragraph, when it comes near the pane's window; till then its block is plain text
 * @param {() => void} done called when paragraphs have been filled
 * @returns {(span: Span) => void} what lays out the paragraphs of a span at once */
export function blocksOf(pane, { text, paragraphs }, mark, done) {
  /** @type {Map<Element, Block>} */
  const blocks = new Map();
  for (let first = 0; first < paragraphs.length; first += PARAGRAPHS) {
    const end = paragraphs[first + PARAGRAPHS]?.start ?? text.length;
    const block = blockOf(text, paragraphs, first, { start: first ? paragraphs[first].start : 0, end }, mark);
    blocks.set(block.element, block);
  }
  fill(pane, ...blocks.keys());
  let isNotified = true;
  const notify = () => {
    isNotified = true;
    done();
  };
  const look = (/** @type {Block|undefined} */ block) => {
    if (!block?.lay) return;
    block.lay();
    block.lay = undefined;
    if (isNotified) queueMicrotask(notify); // once for all that are laid out now: a print lays out every one
    isNotified = false;
  };
  const [first] = blocks.keys();
  look(blocks.get(first)); // at once: what is seen first is painted once
  if (blocks.size > 1) watch(pane, [...blocks.keys()], (element) => look(blocks.get(element)));
  return ({ start, end }) => blocks.forEach((block) => block.span.start < end && block.span.end > start && look(block));
}

/** @param {string} text @param {Paragraph[]} paragraphs @param {number} first of the block @param {Span} span @param {Mark} mark @returns {Block} */
function blockOf(text, paragraphs, first, { start, end }, mark) {
  const own = paragraphs.slice(first, first + PARAGRAPHS);
  const element = el("div", { class: "block" }, text.slice(start, end));
  element.style.setProperty("--lines", String(own.length + Math.ceil((end - start) / 60))); // a guess
  const lay = () => {
    const children = [];
    let at = start;
    for (const span of own) {
      const paragraph = el(span.number === 0 ? "h2" : "p", { data: { paragraph: span.number || "" } });
      mark(paragraph, span);
      children.push(text.slice(at, span.start), paragraph); // with the line ends between
      at = span.end;
    }
    fill(element, ...children, text.slice(at, end));
  };
  return { element, span: { start, end }, lay };
}

/** @param {Element} pane @param {Element[]} blocks @param {(block: Element) => void} look */
function watch(pane, blocks, look) {
  const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) look(target);
  };
  const observer = new IntersectionObserver(seen, { root: pane, rootMargin: "800px" });
  for (const block of blocks) observer.observe(block);
}
