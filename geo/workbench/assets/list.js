/** The list beside the article: the items of the step, the card of the chosen one below it. */

import { byId, el, fill } from "../../page/assets/core/dom.js";
import { actorCard } from "./actor.js";
import { choose, get, here } from "./bench.js";
import { claimCard } from "./claim.js";
import { articleForm } from "./description.js";
import { openIn } from "./items.js";
import { keysOf } from "./keys.js";
import { lineForm } from "./line.js";
import { passageCard } from "./passage.js";
import { placeCard } from "./place.js";
import { command } from "./parts.js";
import { sealCard } from "./seal.js";
import { say } from "./words.js";

/** @type {Record<string, (item: import("./items.js").Item) => HTMLElement>} */
const CARDS = { places: placeCard, actors: actorCard, passages: passageCard, claims: claimCard, marks: placeCard };
const SIGNS = { open: "○", accepted: "●", refused: "×", postponed: "…" };

export function drawList() {
  const { draft, step, form, busy } = get();
  if (!draft) return;
  if (form === "help") return fill(byId("list"), help());
  if (form === "article") return fill(byId("list"), articleForm());
  if (step === "seal") return fill(byId("list"), sealCard());
  const { items, item } = here();
  fill(
    byId("list"),
    el(
      "p",
      { class: "soft" },
      say("benchLeft", openIn(items), items.length),
      step === "passages" && draft.misquotes > 0 && ` ${say("benchMisquotes", draft.misquotes)}`,
    ),
    step === "marks" && form === "line" && lineForm(),
    el("ul", { class: "items" }, ...items.map((one) => row(one, one.id === item?.id))),
    !items.length && !busy && el("p", {}, say(`benchNone_${step}`)),
    el("div", { class: "commands" }, step !== "marks" && command("n", say("benchNew")), command(".", say("benchNextStep"))),
  );
  byId("list").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** @param {import("./items.js").Item} item @param {boolean} isNow */
function row(item, isNow) {
  const name = item.name.length > 90 ? `${item.name.slice(0, 88)} …` : item.name;
  return el(
    "li",
    { class: `item ${item.verdict}${isNow ? " now" : ""}`, "aria-current": isNow && "true" },
    el(
      "button",
      { type: "button", class: "name", on: { click: () => choose(item.id) } },
      el("span", { "aria-label": say(`bench_${item.verdict}`), class: "sign" }, SIGNS[item.verdict]),
      el("bdi", {}, name),
    ),
    isNow && CARDS[get().step](item),
  );
}

function help() {
  const keys = keysOf(get().step).map(({ key, says }) => el("li", {}, el("kbd", { dir: "ltr" }, key), ` ${say(says)}`));
  return el("div", { class: "card help" }, el("h2", {}, say("benchHelp")), el("p", {}, say("benchHelpText")), el("ul", {}, ...keys));
}
