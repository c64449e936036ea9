/** The form of a line through placed features, in the order in which they are chosen. */

import { el, fill } from "../../page/assets/core/dom.js";
import { act, get, set } from "./bench.js";
import { languageOfArticle } from "./commands.js";
import { nameOf } from "./items.js";
import { button, field, form, input } from "./parts.js";
import { say } from "./words.js";

export function lineForm() {
  const placed = Object.entries(get().draft?.feature ?? {}).filter(([, one]) => one.location?.kind === "point");
  /** @type {string[]} */
  const through = [];
  const shown = el("p", { dir: "auto" }, say("benchLineEmpty"));
  const name = input("", { name: "line", required: true });
  const alias = input("", { name: "line-alias", required: true });
  const add = (/** @type {string} */ id) => () => {
    through.push(id);
    fill(shown, through.map((one) => nameOf(get().draft?.feature[one], one)).join(" → "));
  };
  const save = () => {
    if (through.length < 2) return set({ said: say("benchLineEmpty") });
    const names = { [languageOfArticle()]: name.value.trim() };
    const location = { kind: "line", through };
    void act(() => ({ do: "feature", names, aliases: [alias.value.trim()], kind: "line", location }), { after: () => set({ form: null }) });
  };
  return form(
    save,
    el("p", { class: "soft" }, say("benchLineMeans")),
    el("div", { class: "commands" }, ...placed.map(([id, one]) => button(nameOf(one, id), add(id)))),
    shown,
    field(say("benchLineName"), name),
    field(say("benchLineAlias"), alias),
  );
}
