/** Whether the page may move by itself. */

/** Does the reader ask for less motion? */
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
