/** The card of an excerpt: its claims, and the form of one. Nothing in the form is filled in beforehand but what was saved. */

import { el } from "../../page/assets/core/dom.js";
import { act, get, here, set } from "./bench.js";
import { languageOfArticle } from "./commands.js";
import { claimsOf, nameOf } from "./items.js";
import { litIn } from "./passage.js";
import { button, command, field, form, select } from "./parts.js";
import { say } from "./words.js";

export const MODALITIES = ["asserted", "reported", "attributed", "conditional", "presupposed", "inferred-by-author"];

/** @param {import("./items.js").Item} item */
export function claimCard(item) {
  const draft = /** @type {import("./items.js").Draft} */ (get().draft);
  const own = claimsOf(draft, String(item.record));
  const editing = get().form?.startsWith("claim:") ? String(get().form).slice(6) : null;
  const lit = [...(item.proposal?.hedges ?? []), ...(item.proposal?.cues ?? []).map(({ words }) => words)];
  return el(
    "div",
    { class: "card" },
    el("blockquote", { dir: "auto" }, ...litIn(item.name, lit)),
    el("ul", { class: "claims" }, ...own.map((id) => claimLine(id, draft.claim[id]))),
    editing === null &&
      el("div", { class: "commands" }, command("c", say("benchNewClaim")), !own.length && command("x", say("benchTakeOut"))),
    editing !== null && claimForm(item, editing, draft.claim[editing] ?? {}),
  );
}

/** @param {string} id @param {any} claim */
function claimLine(id, claim) {
  const sentence = claim.sentence?.[languageOfArticle()] ?? Object.values(claim.sentence ?? {})[0] ?? say("benchNoSentence");
  return el(
    "li",
    {},
    el("span", { dir: "auto" }, sentence),
    " ",
    claim.modality && el("small", {}, say(claim.modality)),
    " ",
    button(say("benchEdit"), () => set({ form: `claim:${id}` })),
    button(say("benchTakeOut"), () => void act(() => ({ do: "remove", kind: "claim", id }))),
  );
}

// A text that keys select but don't change: in one that is `readonly` they select nothing.
const FIXED = { "aria-readonly": "true", inputmode: "none", spellcheck: "false" };

/** @param {import("./items.js").Item} item @param {string} id "" for a new one @param {any} claim */
function claimForm(item, id, claim) {
  const draft = /** @type {import("./items.js").Draft} */ (get().draft);
  const features = Object.entries(draft.feature).map(([key, one]) => /** @type {[string, string]} */ ([key, nameOf(one, key)]));
  const feature = select([["", say("benchChoose")], ...byMention(features, draft.feature, item.name)], claim.feature ?? "", {
    name: "feature",
    required: true,
  });
  const quote = /** @type {HTMLTextAreaElement} */ (
    el(
      "textarea",
      { name: "excerpt", ...FIXED, rows: 3, dir: "auto", on: { beforeinput: (/** @type {Event} */ event) => event.preventDefault() } },
      item.name,
    )
  );
  const words = el("output", { name: "words", dir: "auto" }, claim.words ?? "");
  const count = el("small", {}, say("benchWordsCount", [...(claim.words ?? "")].length, draft.longest));
  const pick = () => {
    const chosen = item.name.slice(quote.selectionStart, quote.selectionEnd).trim();
    if (!chosen) return;
    words.textContent = chosen;
    count.textContent = say("benchWordsCount", [...chosen].length, draft.longest);
    count.classList.toggle("wrong", [...chosen].length > draft.longest);
  };
  for (const event of ["select", "keyup", "mouseup", "touchend"]) quote.addEventListener(event, pick);
  const sentence = /** @type {HTMLTextAreaElement} */ (
    el("textarea", { name: "sentence", rows: 2, dir: "auto", required: true }, claim.sentence?.[languageOfArticle()] ?? "")
  );
  const modality = MODALITIES.map((one, index) => radio(one, index + 1, claim.modality === one));
  const actors = Object.entries(draft.actor).map(([key, one]) => check("actor", key, nameOf(one, key), claim.actors?.includes(key)));
  const hedges = (item.proposal?.hedges ?? [])
    .filter((one) => item.name.includes(one))
    .map((one) => check("hedge", one, one, claim.hedges?.includes(one)));
  const box = form(
    save,
    field(say("benchOf"), feature),
    field(say("benchWords"), quote),
    el("p", { class: "taken" }, words, " ", count),
    field(say("benchSentence"), sentence),
  );
  box.lastElementChild?.before(
    group(say("benchModality"), modality),
    group(say("bench_actors"), actors),
    group(say("benchHedges"), hedges),
  );
  setTimeout(() => feature.focus());
  function save() {
    const chosen = (/** @type {string} */ name) =>
      /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll(`[name=${name}]:checked`)]).map(({ value }) => value);
    const [missing] = [
      [feature.value, "benchOf"],
      [words.textContent, "words"],
      [sentence.value.trim(), "benchSentence"],
      [chosen("modality")[0], "benchModality"],
    ].filter(([value]) => !value);
    if (missing) return set({ said: say("benchMissing", say(String(missing[1]))), problems: [] });
    const said = {
      feature: feature.value,
      words: words.textContent,
      sentence: { ...claim.sentence, [languageOfArticle()]: sentence.value.trim() },
    };
    const how = {
      basis: "stated",
      modality: chosen("modality")[0],
      actors: chosen("actor"),
      hedges: chosen("hedge"),
      excerpts: claim.excerpts ?? [item.record],
    };
    void act(() => ({ do: "claim", ...(id && { id }), ...said, ...how }), { advance: !id, after: () => set({ form: null }) });
  }
  return box;
}

/** Those that the excerpt names come first; none is chosen. @param {[string, string][]} options @param {Record<string, any>} records @param {string} quote */
function byMention(options, records, quote) {
  const isNamed = (/** @type {string} */ id) => (records[id].aliases ?? []).some((/** @type {string} */ one) => quote.includes(one));
  return [...options.filter(([id]) => isNamed(id)), ...options.filter(([id]) => !isNamed(id))];
}

/** @param {string} value @param {number} number @param {boolean} checked */
const radio = (value, number, checked) =>
  el(
    "label",
    { class: "chip" },
    el("input", { type: "radio", name: "modality", value, checked, data: { number } }),
    el("kbd", {}, String(number)),
    ` ${say(value)}`,
  );

/** @param {string} name @param {string} value @param {string} words @param {boolean} checked */
const check = (name, value, words, checked) =>
  el("label", { class: "chip" }, el("input", { type: "checkbox", name, value, checked }), el("bdi", {}, ` ${words}`));

/** @param {string} legend @param {HTMLElement[]} children */
const group = (legend, children) => (children.length ? el("fieldset", {}, el("legend", {}, legend), ...children) : "");

/** Choose a modality by its number; false where no form is open. @param {string} number */
export function chooseModality(number) {
  const radio = /** @type {HTMLInputElement|null} */ (document.querySelector(`[name=modality][data-number="${number}"]`));
  if (!radio || get().step !== "claims" || !here().item) return false;
  radio.checked = true;
  radio.focus();
  return true;
}
