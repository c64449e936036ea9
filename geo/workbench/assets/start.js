/** The first screen: drafts that are there, and a new one from an article, whose text is shown before it is sealed. */

import { byId, el, fill } from "../../page/assets/core/dom.js";
import { languageName } from "../../page/assets/core/language.js";
import { get, goTo, propose, set, take } from "./bench.js";
import { description } from "./description.js";
import { button, field, formOf, input, select } from "./parts.js";
import { ask, base64Of } from "./wire.js";
import { say } from "./words.js";

/** Show the first screen. */
export async function showStart() {
  set({ draft: null, form: null, problems: [], said: "" });
  const { drafts = [] } = await ask({ ask: "shelf" });
  fill(byId("start"), newArticle(), shelf(drafts));
}

/** @param {{draft: string, title: string, changed: string}[]} drafts */
function shelf(drafts) {
  const file = /** @type {HTMLInputElement} */ (
    el("input", { type: "file", accept: ".zip", on: { change: () => void bring(file.files?.[0]) } })
  );
  const rows = drafts.map(({ draft, title, changed }) =>
    el(
      "li",
      {},
      button(title || draft, () => void open(() => ({ ask: "open", draft })), "name"),
      " ",
      el("small", { dir: "ltr" }, changed),
    ),
  );
  return el(
    "section",
    {},
    el("h2", {}, say("benchDrafts")),
    el("p", { class: "soft" }, say(get().kept ? "benchKept" : "benchNotKept")),
    el("ul", { class: "shelf" }, ...rows),
    !drafts.length && el("p", {}, say("benchNoDrafts")),
    field(say("benchBring"), file),
    button(say("benchCopyAtlas"), () => void open((by) => ({ ask: "atlas", by }))),
  );
}

function newArticle() {
  const text = /** @type {HTMLTextAreaElement} */ (
    el("textarea", { name: "text", required: true, rows: 12, dir: "auto", placeholder: say("benchPaste") })
  );
  const file = /** @type {HTMLInputElement} */ (
    el("input", { type: "file", accept: ".txt,.md,.html,.htm", on: { change: () => void read(file.files?.[0]) } })
  );
  const tags = [...new Set(["en", "ar", "fa", ...navigator.languages.map((tag) => tag.split("-")[0])])];
  const language = select(
    tags.map((tag) => [tag, languageName(tag)]),
    "en",
    { name: "language" },
  );
  const { title, fields, read: said } = description({}, () => language.value);
  const offer = () => {
    if (!title.value) title.value = text.value.trim().split("\n")[0].slice(0, 200);
  };
  text.addEventListener("input", offer);
  async function read(/** @type {File|undefined} */ chosen) {
    if (!chosen) return;
    const answer = await ask({ ask: "read", name: chosen.name, data: await base64Of(chosen) });
    if (!take(answer)) return;
    text.value = answer.text;
    language.value = answer.language;
    title.value = "";
    offer();
    text.focus();
  }
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    if (event.type === "drop") void read(event.dataTransfer?.files[0]);
  };
  const begin = async () => {
    if (await open((by) => ({ ask: "begin", text: text.value, language: language.value, by, article: said() }))) await propose();
  };
  const parts = [
    el("h2", {}, say("benchNewArticle")),
    field(say("benchFile"), file),
    field(say("benchTaken"), text),
    el(
      "div",
      { class: "fields" },
      ...fields,
      field(say("benchLanguage"), language),
      field(say("benchYou"), input(get().by, { name: "by", required: true })),
    ),
    el("p", { class: "soft" }, say("benchBeginMeans")),
  ];
  return formOf(begin, [say("benchBegin")], parts, { class: "new", on: { dragover: drop, drop } });
}

/** @param {Blob|undefined} file */
async function bring(file) {
  if (!file) return;
  const data = await base64Of(file);
  await open(() => ({ ask: "bring", data }));
}

/** Open a draft in the name of who is here, once that is typed; true where it is open. @param {(by: string) => Record<string, any>} asked */
async function open(asked) {
  const box = /** @type {HTMLInputElement} */ (byId("start").querySelector("[name=by]"));
  const by = box.value.trim();
  if (!by) {
    set({ said: say("benchMissing", say("benchYou")) });
    box.focus();
    return false;
  }
  set({ by, busy: say("benchOpening"), at: {}, bounds: {} });
  const isOpen = take(await ask(asked(by)));
  set({ busy: "" });
  if (isOpen) goTo("places");
  return isOpen;
}
