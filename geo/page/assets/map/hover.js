/**
 * The hover state: the mark or the excerpt that the reader points at. Map and text each show what belongs to it. It
 * is no part of the view, because it is neither shared nor kept.
 *
 * @typedef {{marks: readonly string[], excerpts: readonly string[]}} Pointed ids
 * @typedef {{get: () => Pointed, set: (pointed: Pointed) => void,
 *   subscribe: (listener: () => void) => void}} Hover
 */

/** @type {Pointed} */
export const NOTHING = { marks: [], excerpts: [] };

/** @returns {Hover} */
export function createHover() {
  let pointed = NOTHING;
  /** @type {(() => void)[]} */
  const listeners = [];
  return {
    get: () => pointed,
    set(next) {
      if (String(next.marks) === String(pointed.marks) && String(next.excerpts) === String(pointed.excerpts)) return;
      pointed = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
