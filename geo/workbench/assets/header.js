/** The header: the steps with what is left in each, undo and redo, the draft to download, the language, help. */

import { byId, el, fill } from "../../page/assets/core/dom.js";
import { digits, languageName } from "../../page/assets/core/language.js";
import { get, goTo, set } from "./bench.js";
import { run } from "./commands.js";
import { STEPS, itemsOf, openIn } from "./items.js";
import { button, command, select } from "./parts.js";
import { showStart } from "./start.js";
import { saveZip } from "./download.js";
import { ask, leave } from "./wire.js";
import { languageNow, say, useLanguage } from "./words.js";

/** @param {string[]} languages */
export function drawHeader(languages) {
  const { draft, step, said, problems, busy } = get();
  const choice = select(
    languages.map((tag) => [tag, languageName(tag)]),
    languageNow(),
    { "aria-label": say("benchLanguage") },
  );
  choice.addEventListener("change", () => {
    useLanguage(choice.value);
    if (get().draft) set({});
    else void showStart();
  });
  fill(
    byId("top"),
    button(say("benchBack"), () => leave(false)),
    draft ? titleOf(draft) : el("h1", {}, say("benchTitleOfAll")),
    draft && el("nav", {}, ...STEPS.map((one) => stepButton(one, one === step))),
    draft &&
      el(
        "div",
        { class: "tools" },
        undo(draft.undoes),
        command("Z", say("benchRedo"), "⇧z"),
        button(say("benchPack"), () => void pack()),
        button(say("benchClose"), () => void showStart()),
        command("?", say("benchHelp")),
      ),
    choice,
  );
  byId("told").className = problems.length ? "wrong" : "";
  const lines = problems.map(({ what, fix, record }) =>
    el("p", { dir: "auto" }, [record, what].filter(Boolean).join(": "), fix && el("small", { dir: "auto" }, ` → ${fix}`)),
  );
  fill(
    byId("told"),
    busy && el("p", {}, busy),
    ...lines,
    said && el("p", {}, said),
    draft && draft.torn > 0 && el("p", {}, say("benchTorn")),
  );
}

/** The article's title; pressed, it shows what else is said of the article. @param {import("./items.js").Draft} draft */
function titleOf(draft) {
  const open = () => set({ form: get().form === "article" ? null : "article", said: "", problems: [] });
  return el(
    "h1",
    { dir: "auto" },
    el(
      "button",
      { type: "button", class: "name", title: say("benchDescribe"), on: { click: open } },
      String(draft.article.title ?? draft.draft),
    ),
  );
}

/** @param {import("./items.js").Step} step @param {boolean} isNow */
function stepButton(step, isNow) {
  const draft = /** @type {import("./items.js").Draft} */ (get().draft);
  const left = openIn(itemsOf(draft, step));
  return el(
    "button",
    { type: "button", "aria-current": isNow && "step", on: { click: () => goTo(step) } },
    say(`bench_${step}`),
    left > 0 && el("b", {}, ` ${digits(languageNow(), left)}`),
  );
}

/** @param {boolean} isPossible */
function undo(isPossible) {
  return el(
    "button",
    { type: "button", class: "command", disabled: !isPossible, on: { click: () => run("z") } },
    el("kbd", {}, "z"),
    ` ${say("benchUndo")}`,
  );
}

async function pack() {
  const { zip } = await ask({ ask: "pack" });
  if (zip) saveZip(zip, "draft.zip");
}
