/** The form that edits what a place or an actor is called, by language, and its kind. */

import { el } from "../../page/assets/core/dom.js";
import { languageName } from "../../page/assets/core/language.js";
import { act, get, set } from "./bench.js";
import { languageOfArticle } from "./commands.js";
import { field, form, input } from "./parts.js";
import { say } from "./words.js";

/** @param {"feature"|"actor"} kind @param {string} id of the record */
export function namesForm(kind, id) {
  const record = get().draft?.[kind][id] ?? {};
  const tags = [...new Set(["en", languageOfArticle(), ...Object.keys(record.names ?? {})])];
  const names = tags.map(
    (tag) => /** @type {[string, HTMLInputElement]} */ ([tag, input(record.names?.[tag] ?? "", { name: `name-${tag}` })]),
  );
  const aliases = input((record.aliases ?? []).join("; "), { name: "aliases" });
  const type = input(record.kind ?? "", { name: "kind" });
  const save = () => {
    const given = Object.fromEntries(names.map(([tag, { value }]) => [tag, value.trim()]).filter(([, value]) => value));
    const printed = aliases.value
      .split(";")
      .map((one) => one.trim())
      .filter(Boolean);
    void act(() => ({ do: kind, id, names: given, aliases: printed, kind: type.value.trim() || null }), {
      after: () => set({ form: null }),
    });
  };
  return form(
    save,
    ...names.map(([tag, box]) => field(say("benchNameIn", languageName(tag)), box)),
    field(say("benchAliases"), aliases),
    field(say("benchKind"), type),
    el("p", { class: "soft" }, say("benchAliasesMean")),
  );
}
