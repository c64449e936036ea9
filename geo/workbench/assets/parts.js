/** Small parts that cards share: buttons with their keys, fields, notes. */

import { el } from "../../page/assets/core/dom.js";
import { run } from "./commands.js";
import { say } from "./words.js";

/** A button of a command, with its key. @param {string} command @param {string} text @param {string} [key] as printed */
export const command = (command, text, key = command) =>
  el("button", { type: "button", class: "command", on: { click: () => run(command) } }, el("kbd", { dir: "ltr" }, key), ` ${text}`);

/** Accept, refuse or leave a proposal; take a record out. @param {import("./items.js").Item} item */
export const decisions = (item) => [
  !item.record && command("a", say("benchAccept")),
  command("x", say(item.record ? "benchTakeOut" : "benchRefuse")),
  !item.record && command("space", say("benchLater"), "␣"),
];

/** @param {string} text @param {() => void} press */
export const button = (text, press, kind = "") => el("button", { type: "button", class: kind, on: { click: press } }, text);

/** A field with its label. @param {string} label @param {HTMLElement} input */
export const field = (label, input) => el("label", { class: "field" }, el("span", {}, label), input);

/** @param {string} value @param {Record<string, any>} [more] @returns {HTMLInputElement} */
export const input = (value, more = {}) => /** @type {HTMLInputElement} */ (el("input", { type: "text", dir: "auto", value, ...more }));

/** A choice of one. @param {[string, string][]} options value and words @param {string} chosen @returns {HTMLSelectElement} */
export const select = (options, chosen, more = {}) =>
  /** @type {HTMLSelectElement} */ (
    el("select", more, ...options.map(([value, words]) => el("option", { value, selected: value === chosen }, words)))
  );

/** A form: Enter in a field, or Ctrl Enter in a text, saves it. @param {() => void} save @param {(Node|string|false|null)[]} children */
export const form = (save, ...children) => formOf(save, [el("kbd", {}, "Ctrl ↵"), ` ${say("benchSave")}`], children);

/** A form that its button saves. A sandboxed frame submits none, so nothing here is a submission.
 * @param {() => void} save @param {(Node|string)[]} says on the button @param {(Node|string|false|null)[]} children */
export function formOf(save, says, children, more = {}) {
  const box = /** @type {HTMLFormElement} */ (el("form", more));
  const check = () => box.reportValidity() && save();
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const isField = event.target instanceof HTMLInputElement;
    if (event.key !== "Enter" || !(isField || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    check();
  };
  box.addEventListener("keydown", keys);
  box.append(
    .../** @type {(Node|string)[]} */ (children.filter(Boolean)),
    el("button", { type: "button", class: "main", on: { click: check } }, ...says),
  );
  return box;
}

/** Who proposed an item, and why. @param {import("./items.js").Item} item */
export function reasonOf({ proposal }) {
  if (!proposal) return el("p", { class: "soft" }, say("benchByHand"));
  return el(
    "p",
    { class: "soft" },
    say("benchProposedBy"),
    " ",
    el("bdi", { lang: "en" }, `${proposal.proposer.name} ${proposal.proposer.version} – ${proposal.why}`),
  );
}
