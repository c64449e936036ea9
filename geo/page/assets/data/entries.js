/**
 * What can be found in an atlas, and what each entry brings up when it is chosen.
 *
 * @typedef {import("./atlas.js").Atlas} Atlas
 * @typedef {import("./atlas.js").Names} Names
 * @typedef {"places"|"actors"|"layers"|"parts"|"findings"|"claims"|"silences"|"sources"} Group
 * @typedef {{feature?: string, excerpt?: string, claim?: string, layers?: string[], silence?: number}} Choice
 *   a claim, an excerpt or the silence of this number on the card of a mark, or of the whole atlas; or layers that are shown
 * @typedef {{group: Group, names: Names, detail: string, of?: Names, at: number, choice: Choice}} Entry
 *   of names the mark that it is about; at is its number in its shelf
 * @typedef {import("./search.js").Shelf} Shelf
 */

import { firstOf } from "./atlas.js";
import { partOf } from "./layers.js";
import { shelf } from "./search.js";

/** @param {Atlas} atlas @returns {Shelf[]} */
export const indexOf = (atlas) => [places, actors, layers, parts, findings, claims, silences, sources].map((shelve) => shelve(atlas));

/** @param {Atlas} atlas */
function places({ marks }) {
  const aliases = marks.column("aliases");
  const lines = marks.column("names").map((names, at) => ({ own: Object.values(names), aliases: aliases[at] ?? [] }));
  return shelf("places", lines, (at) => {
    const { id, kind, names } = marks.at(at);
    return { group: "places", names, detail: kind, at, choice: { feature: id } };
  });
}

/** @param {Atlas} atlas */
function actors({ actors: all, claims, marks, onMap }) {
  const list = [...all.values()];
  const named = claims.column("actors");
  const lines = list.map(({ names, aliases = [], code }) => ({ own: Object.values(names), aliases: [...aliases, code] }));
  return shelf("actors", lines, (at) => {
    const { id, names, code } = list[at];
    const own = onMap.find((mark) => mark.layer === id) ?? marks.all().find((mark) => mark.layer === id);
    const first = own ? own.claims.find((claim) => claim.actors.includes(id)) : undefined;
    const about = own ? -1 : named.findIndex((ids) => ids?.includes(id));
    const mention = about < 0 ? undefined : claims.at(about);
    const excerpt = (first ?? mention?.claim)?.excerpts[0];
    return { group: "actors", names, detail: code, at, choice: { feature: (own ?? mention?.mark)?.id, excerpt } };
  });
}

/** @param {Atlas} atlas */
function layers({ layers: all }) {
  const lines = all.map(({ names, code }) => ({ own: Object.values(names), aliases: [code] }));
  return shelf("layers", lines, (at) => {
    const { id, names, group } = all[at];
    return { group: "layers", names, detail: `show_${group}`, at, choice: { layers: [id] } };
  });
}

/** The parts of forces, each with the layers of its forces. @param {Atlas} atlas */
function parts(atlas) {
  const { parts: all, layers } = atlas;
  const lines = all.map(({ names, short = {} }) => ({ own: Object.values(names), aliases: Object.values(short) }));
  return shelf("parts", lines, (at) => {
    const { id, names } = all[at];
    const own = layers.filter((layer) => partOf(atlas, layer)?.id === id).map((layer) => layer.id);
    return { group: "parts", names, detail: "", at, choice: { layers: own } };
  });
}

/** @param {Atlas} atlas */
function findings(atlas) {
  const { findings: all } = atlas;
  const lines = all.map(({ sentence, short = {} }) => ({ own: Object.values(sentence), aliases: Object.values(short) }));
  return shelf("findings", lines, (at) => {
    const { sentence, claims } = all[at];
    return { group: "findings", names: sentence, detail: "", at, choice: { claim: firstOf(atlas, claims)?.claim.id } };
  });
}

/** @param {Atlas} atlas */
function claims({ claims: all }) {
  const words = all.column("words");
  const lines = all.column("sentence").map((texts, at) => ({ own: Object.values(texts), aliases: words[at] ? [words[at]] : [] }));
  return shelf("claims", lines, (at) => {
    const { claim, mark } = all.at(at);
    return { group: "claims", names: claim.sentence, detail: claim.basis, of: mark.names, at, choice: { claim: claim.id } };
  });
}

/** What is not said: of the whole, and of single marks. @param {Atlas} atlas */
function silences({ silences: general, marks }) {
  const all = general.map((silence, number) => ({ silence, number, mark: -1 }));
  for (const [mark, own] of marks.column("silences").entries()) {
    for (const [number, silence] of (own ?? []).entries()) all.push({ silence, number, mark });
  }
  const lines = all.map(({ silence: { sentence, absent = [] } }) => ({ own: Object.values(sentence), aliases: absent }));
  return shelf("silences", lines, (at) => {
    const { silence, number, mark } = all[at];
    const { id, names } = mark < 0 ? {} : /** @type {{id?: string, names?: Names}} */ (marks.at(mark));
    return { group: "silences", names: silence.sentence, detail: "", of: names, at, choice: { feature: id, silence: number } };
  });
}

/** Each leads to the first claim, or the first mark, that rests on it. @param {Atlas} atlas */
function sources(atlas) {
  const all = [...atlas.sources.values()];
  const lines = all.map(({ title, publisher, author }) => ({
    own: [title],
    aliases: [publisher, author].filter((name) => name !== undefined),
  }));
  /** @type {Map<string, Choice>|undefined} */
  let uses;
  return shelf("sources", lines, (at) => {
    const { id, title, publisher, grade } = all[at];
    uses ??= usesOf(atlas);
    return {
      group: "sources",
      names: { en: title },
      of: publisher ? { en: publisher } : undefined,
      detail: grade,
      at,
      choice: uses.get(id) ?? {},
    };
  });
}

/** Where each source is used: in a claim, for an excerpt, for a position. The article is the whole atlas's source.
 * @param {Atlas} atlas @returns {Map<string, Choice>} */
function usesOf({ article, claims, excerpts, marks, marksOf }) {
  /** @type {Map<string, Choice>} */
  const uses = new Map([[article.source, {}]]);
  const add = (/** @type {string|undefined} */ source, /** @type {() => Choice} */ use) => {
    if (source && !uses.has(source)) uses.set(source, use());
  };
  claims.column("source").forEach((source, at) => add(source, () => ({ claim: claims.at(at).claim.id })));
  excerpts.column("source").forEach((source, at) =>
    add(source, () => {
      const { id } = excerpts.at(at);
      return { feature: marksOf(id)[0]?.id, excerpt: id };
    }),
  );
  marks.column("position").forEach((position, at) => add(position?.source, () => ({ feature: marks.at(at).id })));
  return uses;
}
