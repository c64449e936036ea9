/** Starts the workbench's page: it draws anew, part by part, what the state has changed. */

import { byId } from "../../page/assets/core/dom.js";
import { useWords } from "../../page/assets/core/language.js";
import { get, set, watch } from "./bench.js";
import { chooseModality } from "./claim.js";
import { run } from "./commands.js";
import { drawHeader } from "./header.js";
import { commandOf } from "./keys.js";
import { drawList } from "./list.js";
import { drawMap } from "./map.js";
import { drawArticle } from "./pane.js";
import { lookAtProblems } from "./seal.js";
import { showStart } from "./start.js";
import { listen } from "./wire.js";
import { useLanguage } from "./words.js";

const words = JSON.parse(byId("words").textContent ?? "{}");
useWords(words);
useLanguage("en");

watch((state, before) => {
  drawHeader(Object.keys(words));
  byId("start").hidden = Boolean(state.draft);
  byId("work").hidden = !state.draft;
  const isTold = ["said", "problems", "by", "kept"];
  const changed = Object.keys(state).filter(
    (key) => state[/** @type {keyof typeof state} */ (key)] !== before[/** @type {keyof typeof state} */ (key)],
  );
  if (changed.length && changed.every((key) => isTold.includes(key))) return; // a form that is being filled in stays
  drawArticle();
  drawList();
  drawMap();
  document.body.dataset.step = state.step;
  if (state.draft && state.step === "seal" && !state.open && !state.busy && !state.zip && !state.problems.length) void lookAtProblems();
});

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const command = commandOf(event, { tag: target.tagName, type: target.getAttribute("type") ?? undefined });
  if (!command || !get().draft) {
    if (event.key === "Escape" && get().form) set({ form: null });
    return;
  }
  event.preventDefault();
  if (!(/^[1-6]$/.test(command) && chooseModality(command))) run(command);
});

listen((kept) => {
  set({ kept });
  document.body.classList.add("ready");
  void showStart();
});
