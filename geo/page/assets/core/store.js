/**
 * The view, and the store that holds it. The view is everything that a reader chooses about the screen: one frozen
 * value, which is changed only through the store.
 *
 * @typedef {"stated"|"inferred"|"background"} Basis
 * @typedef {{layers: ReadonlySet<string>, bases: ReadonlySet<Basis>,
 *   feature: string|null, excerpt: string|null, claim: string|null, language: string, stop: number|null, dark: boolean,
 *   notes: readonly Note[]}} View
 *   claim: the one that the reader asked for by name; a choice of another mark or excerpt forgets it; stop: of the guided
 *   tour, which shows one at a time, in large type; null while it is off; dark: the screen is; notes: the briefer's own
 * @typedef {import("../data/notes.js").Note} Note
 * @typedef {"map"|"text"|"step"|"panel"|"host"|"link"} Cause where a change came from
 * @typedef {(view: View, before: View, cause: Cause) => void} Listener
 * @typedef {{get: () => View, set: (patch: Partial<View>, cause: Cause) => void,
 *   subscribe: (listener: Listener) => void, watch: (keys: (keyof View)[], listener: Listener) => void}} Store
 *   subscribe calls the listener at every change, watch only when one of the keys has another value
 */

/** @type {readonly Basis[]} */
export const BASES = ["stated", "inferred", "background"];

/** @param {View} initial @returns {Store} */
export function createStore(initial) {
  let view = Object.freeze({ ...initial });
  /** @type {Listener[]} */
  const listeners = [];
  const subscribe = (/** @type {Listener} */ listener) => void listeners.push(listener);
  return {
    get: () => view,
    set(patch, cause) {
      const before = view;
      const chooses = "feature" in patch || "excerpt" in patch;
      view = Object.freeze({ ...view, ...(chooses && { claim: null }), ...patch });
      for (const listener of listeners) listener(view, before, cause);
    },
    subscribe,
    watch: (keys, listener) =>
      subscribe((now, before, cause) => {
        if (changed(now, before, ...keys)) listener(now, before, cause);
      }),
  };
}

/** Has one of these keys another value than before? @param {View} view @param {View} before @param {(keyof View)[]} keys */
export const changed = (view, before, ...keys) => keys.some((key) => view[key] !== before[key]);

/** A set of bases as a number: a bit for each basis. @param {ReadonlySet<Basis>} bases */
export const bitsOf = (bases) => BASES.reduce((bits, basis, at) => bits | (bases.has(basis) ? 1 << at : 0), 0);

/** Do two sets hold the same items? @template T @param {ReadonlySet<T>} a @param {ReadonlySet<T>} b */
export const sameSet = (a, b) => a.size === b.size && [...a].every((item) => b.has(item));

/** A copy of the set with `item` added or removed. @template T @param {ReadonlySet<T>} set @param {T} item @param {boolean} on */
export function toggled(set, item, on) {
  const next = new Set(set);
  if (on) next.add(item);
  else next.delete(item);
  return next;
}
