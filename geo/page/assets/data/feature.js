/** A mark: everything that the atlas says of a feature, each part decoded when it is first read. */

/**
 * @typedef {import("./atlas.js").Atlas} Atlas
 * @typedef {import("./atlas.js").Claim} Claim
 * @typedef {Pick<Atlas, "marks"|"claims"|"excerpts"|"holders"> & {links: import("./relations.js").Links, shapes: import("./shapes.js").Shapes}} Tables
 */

import { BASES } from "../core/store.js";

export class MarkRecord {
  /** @type {import("../map/geometry.js").Shape|null|undefined} */
  #shape;
  /** @type {Tables} */
  #tables;

  /** @param {number} at its number @param {Tables} tables */
  constructor(at, tables) {
    this.at = at;
    this.#tables = tables;
  }

  /** @returns {string} */
  get id() {
    return this.#read("id");
  }

  get layer() {
    return this.#tables.links.layerOf(this.at);
  }

  get kind() {
    return this.#tables.links.kindOf(this.at);
  }

  /** The bases of its claims and of the claims of its wholes, a bit for each, in the order of BASES. */
  get bases() {
    return this.#tables.links.masks[this.at];
  }

  /** The bases of its own claims, a bit for each. */
  get ownBases() {
    return this.#tables.links.own[this.at];
  }

  /** Has it a shape on the map? */
  get isPlaced() {
    return this.#tables.shapes.kinds[this.at] > 0;
  }

  /** Is it shown with the map: by its shape, its parts, or the name of what it is within? */
  get isOnMap() {
    return this.isPlaced || Boolean(this.holder?.at) || this.parts.length > 0;
  }

  /** Is its position inferred? */
  get isGuessed() {
    return BASES[this.#tables.links.positions[this.at]] === "inferred";
  }

  /** The holder that it is said to be within, when it has no place of its own. */
  get holder() {
    const { holders } = this.#tables.links;
    return holders[this.at] ? this.#tables.holders[holders[this.at] - 1] : undefined;
  }

  /** The marks that are drawn for it: itself, or its parts. @returns {MarkRecord[]} */
  get drawn() {
    return this.isPlaced ? [this] : this.parts.filter((part) => part.isPlaced);
  }

  /** The wholes that it is a part of. @returns {MarkRecord[]} */
  get wholes() {
    return this.#marks(this.#tables.links.wholesOf(this.at));
  }

  /** @returns {MarkRecord[]} */
  get parts() {
    return this.#marks(this.#tables.links.partsOf(this.at));
  }

  /** The marks that are said to be within this one. @returns {MarkRecord[]} */
  get members() {
    const holder = this.#tables.holders.findIndex(({ id }) => id === this.id);
    return holder < 0 ? [] : this.#marks(this.#tables.links.within(holder + 1));
  }

  /** Its bounds among those of all: min x, min y, max x, max y at `at` times four. */
  get allBounds() {
    return this.#tables.shapes.bounds;
  }

  get shape() {
    return (this.#shape ??= this.#tables.shapes.at(this.at));
  }

  /** @returns {import("./atlas.js").Claim[]} */
  get claims() {
    return this.#claims.map((claim) => this.#tables.claims.at(claim).claim);
  }

  /** The stated claims about the use of this stretch, or of a whole that it is a part of. @returns {Claim[]} */
  get uses() {
    const all = [this, ...this.wholes].flatMap((mark) => mark.claims);
    return all.filter((claim) => claim.basis === "stated" && claim.about === "use");
  }

  /** The claim that is quoted where there is room for only one: the claim of its part, else its first stated claim. @returns {Claim|undefined} */
  get voice() {
    const stated = this.claims.filter((claim) => claim.basis === "stated");
    return stated.find((claim) => claim.id === this.part?.claim) ?? stated[0];
  }

  /** Does it rest on any excerpt? */
  get isQuoted() {
    const { links } = this.#tables;
    return links.cites(links.claims[this.at], links.claims[this.at + 1]);
  }

  /** The ids of the excerpts that it rests on, in the order of its claims. @returns {string[]} */
  get excerpts() {
    const { links, excerpts } = this.#tables;
    const cited = new Set();
    for (const claim of this.#claims) for (const excerpt of links.citedBy(claim)) cited.add(excerpt);
    return [...cited].map((excerpt) => excerpts.at(excerpt).id);
  }

  /** @returns {import("./atlas.js").Names} */
  get names() {
    return this.#read("names");
  }

  /** @returns {string|undefined} */
  get country() {
    return this.#read("country");
  }

  /** @returns {string|undefined} */
  get route() {
    return this.#read("route");
  }

  /** @returns {number|undefined} */
  get order() {
    return this.#read("order");
  }

  /** Its part in the subject of the atlas. @returns {{id: string, claim?: string}|undefined} */
  get part() {
    return this.#read("part");
  }

  /** @returns {{basis: import("../core/store.js").Basis, note: import("./atlas.js").Names, source?: string}} */
  get position() {
    return this.#read("position");
  }

  /** @returns {import("./atlas.js").Silence[]} */
  get silences() {
    return this.#read("silences");
  }

  /** @param {Iterable<number>} numbers */
  #marks(numbers) {
    return Array.from(numbers, (at) => this.#tables.marks.at(at));
  }

  /** The numbers of its claims. */
  get #claims() {
    const { claims } = this.#tables.links;
    return Array.from({ length: claims[this.at + 1] - claims[this.at] }, (_, i) => claims[this.at] + i);
  }

  /** @param {string} key */
  #read(key) {
    return this.#tables.marks.value(key, this.at);
  }
}
