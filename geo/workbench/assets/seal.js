/** The last step: what stands against sealing, each leading to its item; then the atlas, to download and to open. */

import { el } from "../../page/assets/core/dom.js";
import { act, get, goTo, set, take } from "./bench.js";
import { saveZip } from "./download.js";
import { claimsOf } from "./items.js";
import { button } from "./parts.js";
import { ask, leave } from "./wire.js";
import { say } from "./words.js";

/** Ask what stands against sealing. */
export async function lookAtProblems() {
  set({ busy: say("benchChecking") });
  const answer = await ask({ ask: "problems" });
  if (take(answer)) set({ open: answer.open });
  set({ busy: "" });
}

async function seal() {
  set({ busy: say("benchSealing") });
  const answer = await ask({ ask: "seal" });
  if (answer.zip) set({ zip: answer.zip });
  else take(answer);
  set({ busy: "" });
}

export function sealCard() {
  const { open, zip } = get();
  if (zip)
    return el(
      "div",
      { class: "card" },
      el("p", { class: "done" }, say("benchSealed")),
      el(
        "div",
        { class: "commands" },
        button(say("benchDownloadAtlas"), () => saveZip(zip, "atlas.zip")),
        button(say("benchOpenAtlas"), () => leave(true), "main"),
      ),
    );
  if (!open) return el("div", { class: "card" }, el("p", {}, say("benchChecking")));
  const acts = idle(open);
  return el(
    "div",
    { class: "card" },
    el("p", {}, open.length ? say("benchAgainst", open.length) : say("benchNothingAgainst")),
    el("ul", { class: "problems" }, ...open.map(problemRow)),
    acts.length > 0 && button(say("benchTakeOutIdle", acts.length), () => void act(() => ({ do: "bulk", acts }))),
    !open.length && button(say("benchSeal"), () => void seal(), "main"),
  );
}

/** The acts that take out what nothing is claimed of: it was decided on, and is not said of. @param {import("./bench.js").Problem[]} open */
function idle(open) {
  const draft = get().draft;
  const said = open.filter(({ what }) => what.includes("nothing is claimed of it") || what.includes("is in no claim"));
  return said.flatMap(({ record = "" }) =>
    ["feature", "actor"]
      .filter((kind) => draft?.[/** @type {"feature"} */ (kind)][record])
      .map((kind) => ({ do: "remove", kind, id: record })),
  );
}

/** @param {import("./bench.js").Problem} problem */
function problemRow(problem) {
  const target = targetOf(problem);
  const words = [
    el("span", { lang: "en", dir: "ltr" }, problem.record && `${problem.record}: `, problem.what),
    el("small", { lang: "en", dir: "ltr" }, `→ ${problem.fix ?? ""}`),
  ];
  if (!target) return el("li", {}, ...words);
  return el("li", {}, el("button", { type: "button", class: "name", on: { click: () => lead(target) } }, ...words));
}

/** @param {{step: import("./items.js").Step, id?: string, form?: string}} target */
function lead({ step, id, form }) {
  if (form) set({ form });
  else goTo(step, id);
}

/** Where a problem is mended. @param {import("./bench.js").Problem} problem
 * @returns {{step: import("./items.js").Step, id?: string, form?: string}|null} */
export function targetOf({ record = "", what }) {
  const draft = get().draft;
  if (!draft) return null;
  const passage = what.match(/\bp\d+-\d+\b/)?.[0];
  if (passage) return { step: "passages", id: passage };
  const claim = what.match(/claim "([^"]+)"/)?.[1] ?? record;
  if (draft.claim[claim]) return { step: "claims", id: `excerpt:${draft.claim[claim].excerpts?.[0]}` };
  if (draft.excerpt[record]) return claimsOf(draft, record).length ? { step: "passages" } : { step: "claims", id: `excerpt:${record}` };
  if (draft.feature[record]) return { step: "marks", id: `feature:${record}` };
  if (draft.actor[record]) return { step: "actors", id: draft.origins[`actor:${record}`] ?? `actor:${record}` };
  if (what.includes("cited nowhere")) return { step: "passages" };
  return what.startsWith("the article has no title") ? { step: "seal", form: "article" } : null;
}
