/** The acts (geo/drafts/acts.py) that a key or its button makes of an item. The desk gives new records their ids. */

/**
 * @typedef {import("./items.js").Draft} Draft
 * @typedef {import("./items.js").Item} Item
 * @typedef {Record<string, any>} Act
 */

/** A bulk, unless it is one act. @param {Act[]} acts @returns {Act} */
const together = (acts) => (acts.length === 1 ? acts[0] : { do: "bulk", acts });

/** Put a place somewhere; accept it first. @param {Item} item @param {Act} location @returns {Act} */
export function located(item, location) {
  if (item.record) return { do: "feature", id: item.record, location };
  return together([accepted(item), { do: "feature", id: "", location }]);
}

/** @param {Item} item @returns {Act} */
export const accepted = (item) => ({ do: "accept", proposal: item.id });

/** At a candidate of its proposal; 1 is the first. @param {Item} item @param {number} number @returns {Act|null} */
export function atCandidate(item, number) {
  if (!item.proposal?.candidates?.[number - 1]) return null;
  if (item.record) return { do: "feature", id: item.record, location: { kind: "candidate", number } };
  return { ...accepted(item), candidate: number };
}

/** As the area of the country that a candidate is. @param {Item} item @returns {Act|null} */
export function asArea(item) {
  const country = item.proposal?.candidates?.find(({ kind }) => kind === "country")?.country;
  return country ? located(item, { kind: "area", country }) : null;
}

/** Its government, as an actor that the article calls so; the place itself is then no place, unless it was accepted.
 * @param {Item} item @param {string} name of the government @param {string} language of that name @returns {Act} */
export function asGovernment(item, name, language) {
  const actor = { do: "actor", names: { [language]: name }, kind: "state", aliases: [item.name] };
  return together(item.proposal && item.verdict === "open" ? [actor, refused(item)] : [actor]);
}

/** @param {Item} item @returns {Act} refuses a proposal, or takes out what it has become */
export function refused(item, kind = "feature") {
  return item.record ? { do: "remove", kind, id: item.record } : { do: "refuse", proposals: [item.id] };
}

/** @param {Item} item @returns {Act|null} only what is no record yet can wait */
export const postponed = (item) => (item.record ? null : { do: "postpone", proposals: [item.id] });

/** A passage at the ends that a person chose. @param {Item} item @param {{start: number, end: number}|undefined} bounds @returns {Act} */
export function taken(item, bounds) {
  const [start] = item.proposal?.starts ?? [0];
  return bounds ? { ...accepted(item), start: start + bounds.start, end: start + bounds.end } : accepted(item);
}

/** Another name of an actor that is there. @param {Item} item @param {Draft} draft @param {string} actor its id @returns {Act} */
export function alsoNamed(item, draft, actor) {
  const aliases = [...new Set([...(draft.actor[actor].aliases ?? []), item.name, ...(item.proposal?.aliases ?? [])])];
  return together([{ do: "actor", id: actor, aliases }, ...(item.proposal && !item.record ? [refused(item)] : [])]);
}

/** A record of words that a person selected. @param {import("./items.js").Step} step @param {string} words @param {{start: number, end: number}} span
 * @param {string} language of the article @returns {Act|null} */
export function selectedAs(step, words, span, language) {
  if (step === "places") return { do: "feature", names: { [language]: words }, aliases: [words], kind: "place" };
  if (step === "actors") return { do: "actor", names: { [language]: words }, aliases: [words], kind: "actor" };
  return step === "passages" || step === "claims" ? { do: "excerpt", start: span.start, end: span.end } : null;
}
