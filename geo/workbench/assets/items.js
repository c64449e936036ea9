/** What is to be decided at each step, in the order of the article. */

/**
 * @typedef {{id: string, kind: string, quote: string, starts: number[], why: string, proposer: {name: string, version: string},
 *   names?: Record<string, string>, aliases?: string[], metonym?: boolean, hedges?: string[], cuts?: {start: number, end: number}[],
 *   candidates?: {names: Record<string, string>, lon: number, lat: number, kind: string, country?: string}[],
 *   cues?: {words: string, modality: string}[], actor_kind?: string}} Proposal
 * @typedef {Record<string, any>} Records by id
 * @typedef {{draft: string, text: string, n: number, longest: number, torn: number, undoes: boolean, misquotes: number,
 *   article: Record<string, any>, proposals: Proposal[], verdicts: Record<string, string>, origins: Record<string, string>,
 *   actor: Records, feature: Records, excerpt: Records, claim: Records}} Draft
 * @typedef {"open"|"accepted"|"refused"|"postponed"} Verdict
 * @typedef {{id: string, name: string, at: number, verdict: Verdict, proposal?: Proposal, record?: string}} Item
 *   id: of its proposal, else its record's with its kind; record: the id of what it has become
 * @typedef {"places"|"actors"|"passages"|"claims"|"marks"|"seal"} Step
 */

/** @type {Step[]} */
export const STEPS = ["places", "actors", "passages", "claims", "marks", "seal"];

/** @type {Record<string, {proposed: string, record: "feature"|"actor"|"excerpt"}>} */
const KINDS = {
  places: { proposed: "place", record: "feature" },
  actors: { proposed: "actor", record: "actor" },
  passages: { proposed: "passage", record: "excerpt" },
};

/** @type {WeakMap<Draft, Map<Step, Item[]>>} */
const known = new WeakMap();

/** The items of a step; of a draft, which is never changed, they are found once. @param {Draft} draft @param {Step} step @returns {Item[]} */
export function itemsOf(draft, step) {
  const steps = known.get(draft) ?? new Map();
  known.set(draft, steps);
  const items = steps.get(step) ?? found(draft, step);
  steps.set(step, items);
  return items;
}

/** @param {Draft} draft @param {Step} step @returns {Item[]} */
function found(draft, step) {
  if (step === "claims")
    return excerptsOf(draft).map((item) => ({ ...item, verdict: claimsOf(draft, String(item.record)).length ? "accepted" : "open" }));
  if (step === "marks") return featuresOf(draft);
  const kinds = KINDS[step];
  return kinds ? decided(draft, kinds.proposed, kinds.record) : [];
}

/** Proposals, and the records that were made without any. @param {Draft} draft @param {string} proposed @param {"feature"|"actor"|"excerpt"} kind */
function decided(draft, proposed, kind) {
  const records = new Map(
    Object.entries(draft.origins)
      .filter(([key]) => key.startsWith(`${kind}:`))
      .map(([key, from]) => [from, key.slice(kind.length + 1)]),
  );
  const from = draft.proposals
    .filter((proposal) => proposal.kind === proposed)
    .map((proposal) => {
      const verdict = /** @type {Verdict} */ (draft.verdicts[proposal.id] ?? "open");
      return { id: proposal.id, name: proposal.quote, at: proposal.starts[0] ?? 0, verdict, proposal, record: records.get(proposal.id) };
    });
  const made = new Set(records.values());
  const byHand = Object.keys(draft[kind])
    .filter((id) => !made.has(id) && !draft[kind][id].location?.through)
    .map((id) => recordItem(draft, kind, id));
  return [...from, ...byHand].sort((a, b) => a.at - b.at);
}

/** @param {Draft} draft @param {"feature"|"actor"|"excerpt"} kind @param {string} id @returns {Item} */
function recordItem(draft, kind, id) {
  const record = draft[kind][id];
  const name = kind === "excerpt" ? record.exact : nameOf(record, id);
  const at =
    kind === "excerpt" ? record.start : [...draft.text.slice(0, Math.max(0, draft.text.indexOf(record.aliases?.[0] ?? name)))].length;
  const proposal = draft.proposals.find((one) => one.id === draft.origins[`${kind}:${id}`]);
  return { id: `${kind}:${id}`, name, at, verdict: "accepted", record: id, proposal };
}

/** @param {Draft} draft */
const excerptsOf = (draft) =>
  Object.keys(draft.excerpt)
    .map((id) => recordItem(draft, "excerpt", id))
    .sort((a, b) => a.at - b.at);

/** @param {Draft} draft @returns {Item[]} */
const featuresOf = (draft) =>
  Object.keys(draft.feature).map((id) => {
    const verdict = draft.feature[id].location ? "accepted" : "open";
    return { ...recordItem(draft, "feature", id), verdict: /** @type {Verdict} */ (verdict) };
  });

/** The claims that rest on an excerpt. @param {Draft} draft @param {string} excerpt */
export const claimsOf = (draft, excerpt) => Object.keys(draft.claim).filter((id) => draft.claim[id].excerpts?.includes(excerpt));

/** A record's name as the page calls it: the English one, else any. @param {any} record @param {string} id */
export const nameOf = (record, id) => record?.names?.en ?? Object.values(record?.names ?? {})[0] ?? id;

/** How many items are open. @param {Item[]} items */
export const openIn = (items) => items.filter(({ verdict }) => verdict === "open").length;

/** The item after one: the next that is open, else the next at all. @param {Item[]} items @param {string|null} id */
export function nextOpen(items, id) {
  const at = items.findIndex((item) => item.id === id);
  const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return (round.find(({ verdict }) => verdict === "open") ?? items[Math.min(at + 1, items.length - 1)])?.id ?? null;
}
