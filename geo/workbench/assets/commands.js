/** What a command (a key, or its button) does. */

import { accepted, asArea, asGovernment, atCandidate, located, postponed, refused, selectedAs, taken } from "./acts.js";
import { act, choose, get, goTo, here, set } from "./bench.js";
import { moved } from "./bounds.js";
import { STEPS, claimsOf } from "./items.js";
import { say } from "./words.js";
import { selection } from "./selection.js";

/** @typedef {import("./items.js").Item} Item */

/** Do what a command says. @param {string} command */
export function run(command) {
  const { items, item } = here();
  if (!get().draft) return;
  const anywhere = ANYWHERE[command];
  if (anywhere) return anywhere(items, item);
  if (command === "n") return fromSelection();
  if (!item) return;
  const own = OWN[get().step]?.(command, item);
  if (own) own();
}

/** @type {Record<string, (items: Item[], item: Item|undefined) => void>} */
const ANYWHERE = {
  j: (items, item) => choose(items[Math.min(items.findIndex(({ id }) => id === item?.id) + 1, items.length - 1)]?.id),
  k: (items, item) => choose(items[Math.max(items.findIndex(({ id }) => id === item?.id) - 1, 0)]?.id),
  ".": () => goTo(STEPS[Math.min(STEPS.indexOf(get().step) + 1, STEPS.length - 1)]),
  ",": () => goTo(STEPS[Math.max(STEPS.indexOf(get().step) - 1, 0)]),
  z: () => void act(() => (get().draft?.undoes ? { do: "undo" } : null), { after: () => set({ said: say("benchUndone") }) }),
  Z: () => void act(() => ({ do: "redo" })),
  "?": () => set({ form: get().form === "help" ? null : "help" }),
};

/** Make the item's record anew each time it is asked for: acts before it may have changed it. @param {(item: Item) => Record<string, any>|null} make */
const decide =
  (make, advance = true) =>
  () => {
    const id = here().item?.id;
    void act(
      () => {
        const now = here().items.find((one) => one.id === id);
        return now ? make(now) : null;
      },
      { advance },
    );
  };

const hint = (/** @type {string} */ key) => () => set({ said: say(key), problems: [] });
const edit = (/** @type {string} */ form) => () => set({ form: get().form === form ? null : form });

/** By step: what a command does with an item; nothing, if it is none there.
 * @type {Record<string, (command: string, item: Item) => (() => void)|undefined|null>} */
const OWN = {
  places: (command, item) => {
    if (/^[1-9]$/.test(command))
      return item.proposal?.candidates?.[Number(command) - 1] ? decide((now) => atCandidate(now, Number(command))) : null;
    const sole = item.proposal?.candidates?.length === 1 && !item.proposal.metonym && !item.record;
    return {
      a: sole ? decide((now) => atCandidate(now, 1)) : hint(item.record ? "benchAccepted" : "benchChoosePlace"),
      u: decide((now) => located(now, { kind: "unplaced" })),
      o: decide(asArea),
      g: decide((now) => asGovernment(now, say("benchGovernmentOf", now.name), languageOfArticle())),
      x: decide((now) => refused(now, "feature")),
      space: decide(postponed),
      e: edit("place"),
    }[command];
  },
  actors: (command) =>
    ({
      a: decide((now) => (now.record ? null : accepted(now))),
      x: decide((now) => refused(now, "actor")),
      space: decide(postponed),
      m: edit("merge"),
      e: edit("actor"),
    })[command],
  passages: (command, item) => {
    if ("[]{}".includes(command)) return () => shorten(/** @type {"["} */ (command), item);
    return {
      a: decide((now) => (now.record ? null : taken(now, get().bounds[now.id]))),
      x: decide((now) => refused(now, "excerpt")),
      space: decide(postponed),
    }[command];
  },
  claims: (command, item) =>
    ({
      c: () => set({ form: "claim:" }),
      e: () => set({ form: `claim:${claimsOf(/** @type {import("./items.js").Draft} */ (get().draft), String(item.record))[0] ?? ""}` }),
      x: decide((now) => refused(now, "excerpt"), false),
    })[command],
  marks: (command) =>
    ({
      o: decide(asArea),
      u: decide((now) => located(now, { kind: "unplaced" })),
      e: edit("place"),
      l: edit("line"),
      x: decide((now) => refused(now, "feature"), false),
    })[command],
};

export const languageOfArticle = () => String(get().draft?.article.language ?? "en");

/** @param {"["|"]"|"{"|"}"} key @param {Item} item */
function shorten(key, item) {
  if (item.record || !item.proposal) return;
  const length = [...item.proposal.quote].length;
  const now = get().bounds[item.id] ?? { start: 0, end: length };
  set({ bounds: { ...get().bounds, [item.id]: moved(key, now, item.proposal.cuts ?? [], length) } });
}

/** Make a record of the words that are selected in the article. */
function fromSelection() {
  const found = selection();
  if (!found) return hint("benchSelectFirst")();
  const { step } = get();
  void act(() => selectedAs(step, found.words, found, languageOfArticle()), {
    after: (before) => {
      const known = new Set(Object.keys({ ...before.feature, ...before.actor, ...before.excerpt }));
      const made = here().items.find(({ record }) => record && !known.has(record));
      if (made) choose(made.id);
      if (made && step === "places") set({ form: "place" });
    },
  });
}
