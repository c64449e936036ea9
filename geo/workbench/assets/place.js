/** The card of a place: its candidates with their keys, its government, named and not placed, neither. */

import { el } from "../../page/assets/core/dom.js";
import { get } from "./bench.js";
import { namesForm } from "./names.js";
import { positionForm } from "./position.js";
import { command, reasonOf } from "./parts.js";
import { run } from "./commands.js";
import { say } from "./words.js";

/** @param {import("./items.js").Item} item */
export function placeCard(item) {
  const { draft, form, step } = get();
  const record = item.record ? draft?.feature[item.record] : null;
  const candidates = item.proposal?.candidates ?? [];
  return el(
    "div",
    { class: "card" },
    reasonOf(item),
    item.proposal?.metonym && step === "places" && el("p", { class: "ask" }, say("benchMetonym", item.name)),
    step === "places" && el("ol", { class: "candidates" }, ...candidates.map((one, index) => candidate(one, index + 1, record?.location))),
    step === "places" && item.proposal && !candidates.length && el("p", {}, say("benchNoCandidate")),
    record && el("p", { class: "where" }, whereIs(record.location)),
    el(
      "div",
      { class: "commands" },
      command("u", say("benchUnplaced")),
      candidates.some(({ kind }) => kind === "country") && command("o", say("benchArea")),
      step === "places" && command("g", say("benchGovernment")),
      command("x", say(step === "places" ? "benchNeither" : "benchTakeOut")),
      step === "places" && !item.record && command("space", say("benchLater"), "␣"),
      command("e", say("benchEditPlace")),
      step === "marks" && command("l", say("benchLine")),
    ),
    form === "place" && positionForm(record?.location),
    form === "place" && item.record && namesForm("feature", item.record),
  );
}

/** @param {any} one @param {number} number @param {any} location */
function candidate(one, number, location) {
  const isHere = location?.kind === "point" && location.lon === one.lon && location.lat === one.lat;
  const where = `${one.lat.toFixed(2)}°, ${one.lon.toFixed(2)}°`;
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", "aria-pressed": String(isHere), on: { click: () => run(String(number)) } },
      el("kbd", {}, String(number)),
      ` ${one.names.en ?? Object.values(one.names)[0]} `,
      el("small", { dir: "ltr" }, [one.country, one.kind, where].filter(Boolean).join(" · ")),
    ),
  );
}

/** Where a feature is, in words. @param {any} location */
export function whereIs(location) {
  if (!location) return say("benchNowhere");
  if (location.kind === "point") return say("benchAt", location.lat.toFixed(3), location.lon.toFixed(3));
  if (location.kind === "line") return say("benchAlong", location.through.length);
  if (location.kind === "area") return say("benchIsArea", location.country);
  return say(location.kind === "unplaced" ? "benchIsUnplaced" : "benchShape");
}
