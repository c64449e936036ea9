/** Which key does what at each step. Each has a button, too. */

/** @typedef {{key: string, says: string, steps?: string[]}} Key says: the key of its words (geo/locales) */

/** @type {Key[]} */
export const KEYS = [
  { key: "a", says: "benchAccept", steps: ["places", "actors", "passages"] },
  { key: "1–9", says: "benchCandidate", steps: ["places"] },
  { key: "u", says: "benchUnplaced", steps: ["places", "marks"] },
  { key: "o", says: "benchArea", steps: ["places", "marks"] },
  { key: "g", says: "benchGovernment", steps: ["places"] },
  { key: "m", says: "benchMerge", steps: ["actors"] },
  { key: "[ ]", says: "benchShorten", steps: ["passages"] },
  { key: "{ }", says: "benchLengthen", steps: ["passages"] },
  { key: "c", says: "benchNewClaim", steps: ["claims"] },
  { key: "1–6", says: "benchModalityKey", steps: ["claims"] },
  { key: "l", says: "benchLine", steps: ["marks"] },
  { key: "x", says: "benchRefuse", steps: ["places", "actors", "passages", "claims", "marks"] },
  { key: "space", says: "benchLater", steps: ["places", "actors", "passages"] },
  { key: "e", says: "benchEdit", steps: ["places", "actors", "claims", "marks"] },
  { key: "n", says: "benchNew", steps: ["places", "actors", "passages", "claims"] },
  { key: "j k", says: "benchNextPrevious" },
  { key: ". ,", says: "benchStepKeys" },
  { key: "z", says: "benchUndo" },
  { key: "Z", says: "benchRedo" },
  { key: "?", says: "benchHelp" },
];

/** The keys of a step. @param {string} step */
export const keysOf = (step) => KEYS.filter(({ steps }) => !steps || steps.includes(step));

/** The command of a key that is pressed, or null: not while somebody types, nor with a key of the browser's.
 * @param {{key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean}} event @param {{tag: string, type?: string}} target */
export function commandOf({ key, ctrlKey, metaKey, altKey }, { tag, type }) {
  if (tag === "TEXTAREA" || tag === "SELECT" || (tag === "INPUT" && type !== "radio" && type !== "checkbox")) return null;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "z") return key === "Z" ? "Z" : "z";
  const isTyped = "[]{}".includes(key); // on some keyboards with AltGr
  if ((ctrlKey || metaKey || altKey) && !isTyped) return null;
  if (key === " ") return tag === "BUTTON" || tag === "INPUT" || tag === "SUMMARY" ? null : "space";
  return key.length === 1 ? key : null;
}
