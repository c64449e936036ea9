/** The card of an actor. */

import { el } from "../../page/assets/core/dom.js";
import { alsoNamed } from "./acts.js";
import { act, get, here } from "./bench.js";
import { nameOf } from "./items.js";
import { namesForm } from "./names.js";
import { command, decisions, field, form, reasonOf, select } from "./parts.js";
import { say } from "./words.js";

/** @param {import("./items.js").Item} item */
export function actorCard(item) {
  const { form: open } = get();
  const also = item.proposal?.aliases ?? [];
  return el(
    "div",
    { class: "card" },
    reasonOf(item),
    also.length > 0 && el("p", { dir: "auto" }, say("benchAlso", also.join(", "))),
    el("div", { class: "commands" }, ...decisions(item), command("m", say("benchMerge")), item.record && command("e", say("benchEdit"))),
    open === "merge" && mergeForm(item),
    open === "actor" && item.record && namesForm("actor", item.record),
  );
}

/** @param {import("./items.js").Item} item */
function mergeForm(item) {
  const actors = Object.entries(get().draft?.actor ?? {}).filter(([id]) => id !== item.record);
  if (!actors.length) return el("p", {}, say("benchNoActor"));
  const chosen = select(
    actors.map(([id, actor]) => [id, nameOf(actor, id)]),
    "",
    { name: "actor" },
  );
  const save = () =>
    void act(
      () => {
        const [now, draft] = [here().item, get().draft];
        return now && draft ? alsoNamed(now, draft, chosen.value) : null;
      },
      { advance: true },
    );
  return form(save, field(say("benchMergeWith"), chosen));
}
