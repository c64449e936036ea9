/** The article beside the list: what is proposed at this step is dashed, what is accepted is underlined. */

import { byId, el, fill } from "../../page/assets/core/dom.js";
import { isRtl } from "../../page/assets/core/language.js";
import { pieces, utf16Offsets } from "../../page/assets/core/text.js";
import { choose, get, here } from "./bench.js";

/** @typedef {import("./items.js").Item} Item @typedef {{id: string, start: number, end: number}} Span in UTF-16 units */

/** Draw the article with the items of this step. */
export function drawArticle() {
  const { draft } = get();
  if (!draft) return;
  const { items, item } = here();
  const units = utf16Offsets(draft.text);
  const byItem = new Map(items.map((one) => [one.id, one]));
  const spans = items.flatMap((one) => spansOf(one, units));
  const children = pieces(spans, 0, draft.text.length).map((piece) => {
    const words = draft.text.slice(piece.start, piece.end);
    const own = byItem.get(piece.excerpts.includes(item?.id ?? "") ? String(item?.id) : piece.excerpts[0]);
    if (!own) return words;
    const now = own.id === item?.id ? " now" : "";
    return el("span", { class: `said ${own.verdict}${now}`, on: { click: () => getSelection()?.isCollapsed && choose(own.id) } }, words);
  });
  const language = String(draft.article.language);
  fill(Object.assign(byId("article"), { lang: language, dir: isRtl(language) ? "rtl" : "auto" }), ...children);
  byId("article").querySelector(".now")?.scrollIntoView({ block: "nearest" });
}

/** Where an item stands: a record that was cut stands where it was cut. @param {Item} item @param {(point: number) => number} units @returns {Span[]} */
function spansOf(item, units) {
  const { draft, bounds } = get();
  const excerpt = item.record && draft?.excerpt[item.record];
  if (excerpt) return [{ id: item.id, start: units(excerpt.start), end: units(excerpt.end) }];
  const length = [...(item.proposal?.quote ?? item.name)].length;
  const cut = bounds[item.id] ?? { start: 0, end: length };
  const starts =
    item.proposal?.starts ?? (draft && [...draft.text].slice(item.at, item.at + length).join("") === item.name ? [item.at] : []);
  return starts.map((start) => ({ id: item.id, start: units(start + cut.start), end: units(start + cut.end) }));
}
