/** The state of the page, and the acts that change the draft: one after another, each made for the state that it sees. */

import { ask } from "./wire.js";
import { itemsOf, nextOpen } from "./items.js";
import { say } from "./words.js";

/**
 * @typedef {import("./items.js").Draft} Draft
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./items.js").Step} Step
 * @typedef {{what: string, fix?: string, record?: string, file?: string}} Problem
 * @typedef {{draft: Draft|null, by: string, kept: boolean, step: Step, at: Record<string, string|null>, form: string|null,
 *   bounds: Record<string, {start: number, end: number}>, problems: Problem[], said: string, busy: string,
 *   open: Problem[]|null, zip: string|null}} State
 *   at: the chosen item of each step; form: what is being edited; problems: why the last act was refused; open: what stands
 *   against sealing, once that was asked; zip: the sealed atlas
 */

/** @type {State} */
let state = {
  draft: null,
  by: "",
  kept: true,
  step: "places",
  at: {},
  form: null,
  bounds: {},
  problems: [],
  said: "",
  busy: "",
  open: null,
  zip: null,
};
/** @type {((state: State, before: State) => void)[]} */
const watchers = [];
let queue = Promise.resolve();

export const get = () => state;

/** @param {(state: State, before: State) => void} watcher */
export const watch = (watcher) => void watchers.push(watcher);

/** @param {Partial<State>} change */
export function set(change) {
  const before = state;
  state = { ...state, ...change };
  for (const watcher of watchers) watcher(state, before);
}

/** The items of the step, and the chosen of them. @returns {{items: Item[], item: Item|undefined}} */
export function here() {
  const items = state.draft ? itemsOf(state.draft, state.step) : [];
  return { items, item: items.find(({ id }) => id === state.at[state.step]) ?? items[0] };
}

/** Choose an item of the step. @param {string|null|undefined} id */
export const choose = (id) => set({ at: { ...state.at, [state.step]: id ?? null }, form: null, problems: [], said: "" });

/** Go to a step, at its first open item. @param {Step} step @param {string} [id] */
export function goTo(step, id) {
  const items = state.draft ? itemsOf(state.draft, step) : [];
  const own = id ?? state.at[step] ?? items.find(({ verdict }) => verdict === "open")?.id ?? items[0]?.id ?? null;
  set({ step, at: { ...state.at, [step]: own }, form: null, problems: [], said: "", open: null, zip: null });
}

/** Do an act, made when those before it are done. @param {() => Record<string, any>|null} make
 * @param {{advance?: boolean, after?: (before: Draft) => void}} [options] advance: then choose the next open item */
export function act(make, { advance = false, after } = {}) {
  queue = queue.then(async () => {
    const [made, before] = [make(), state.draft];
    if (!made || !before) return;
    const chosen = here().item?.id ?? null;
    const answer = await ask({ ask: "act", act: made, saw: before.n, by: state.by });
    if (!take(answer)) return;
    if (advance) choose(nextOpen(here().items, chosen));
    after?.(before);
  });
  return queue;
}

/** Take over what the desk has answered; false where it refused. @param {any} answer */
export function take(answer) {
  const problems = "unheard" in answer ? [{ what: say("benchUnheard"), fix: answer.unheard }] : (answer.problems ?? []);
  const { problems: _, ...news } = answer;
  const draft = "n" in news ? /** @type {Draft} */ ({ ...state.draft, ...news }) : state.draft;
  set({ draft, problems, said: "", open: null, zip: null });
  return problems.length === 0;
}

/** Have the proposers read the article, one after another. */
export async function propose() {
  const faults = [];
  for (const proposer of ["places", "actors", "passages"]) {
    set({ busy: say("benchLooking", say(`bench_${proposer}`)) });
    const answer = await ask({ ask: "propose", proposer });
    if (!take(answer)) break;
    if (answer.fault) faults.push({ what: `${say(`bench_${proposer}`)}: ${answer.fault}` });
    if (proposer === "places") goTo("places");
  }
  set({ busy: "", ...(faults.length > 0 && { problems: faults }) });
}
