/** A text in blocks of paragraphs: a long one is laid out, and its excerpts are marked, where it is looked at. */

import { el, fill } from "./dom.js";

/**
 * @typedef {import("./text.js").Span} Span
 * @typedef {(paragraph: HTMLElement, span: Span) => void} Mark
 */

const PARAGRAPHS = 60; // of a block

/** Fill a pane with a text, every character of it in order.
 * @param {HTMLElement} pane @param {{text: string, paragraphs: Span[]}} article
 * @param {Mark} mark called once for each paragraph, when it comes near the pane's window
 * @param {() => void} done called when paragraphs have been marked
 * @returns {(span: Span) => void} what marks the paragraphs of a span at once */
export function blocksOf(pane, { text, paragraphs }, mark, done) {
  /** @type {Map<Element, {span: Span, todo: (() => void)[]}>} */
  const blocks = new Map();
  for (let first = 0; first < paragraphs.length; first += PARAGRAPHS) {
    const end = paragraphs[first + PARAGRAPHS]?.start ?? text.length;
    const span = { start: first ? paragraphs[first].start : 0, end };
    const { block, todo } = blockOf(text, paragraphs.slice(first, first + PARAGRAPHS), first, span, mark);
    blocks.set(block, { span, todo });
  }
  fill(pane, ...blocks.keys());
  const look = (/** @type {Element} */ block) => {
    const todo = blocks.get(block)?.todo.splice(0) ?? [];
    for (const one of todo) one();
    if (todo.length) done();
  };
  if (blocks.size === 1) blocks.forEach((_, block) => look(block));
  else watch(pane, [...blocks.keys()], look);
  return ({ start, end }) => blocks.forEach(({ span }, block) => span.start < end && span.end > start && look(block));
}

/** @param {string} text @param {Span[]} paragraphs @param {number} first @param {Span} span @param {Mark} mark */
function blockOf(text, paragraphs, first, { start, end }, mark) {
  const todo = [];
  const children = [];
  let at = start;
  for (const [i, span] of paragraphs.entries()) {
    const words = text.slice(span.start, span.end);
    const paragraph = el(first + i ? "p" : "h2", { data: { paragraph: first + i + 1 } }, words);
    todo.push(() => mark(paragraph, span));
    children.push(text.slice(at, span.start), paragraph); // with the line ends between
    at = span.end;
  }
  const block = el("div", { class: "block" }, ...children, text.slice(at, end));
  block.style.setProperty("--lines", String(paragraphs.length + Math.ceil((end - start) / 60))); // a guess
  return { block, todo };
}

/** @param {Element} pane @param {Element[]} blocks @param {(block: Element) => void} look */
function watch(pane, blocks, look) {
  const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) look(target);
  };
  const observer = new IntersectionObserver(seen, { root: pane, rootMargin: "800px" });
  for (const block of blocks) observer.observe(block);
}
