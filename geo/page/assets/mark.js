/** A mark: what the atlas says of one feature, each part decoded when it is first asked for. */

/**
 * @typedef {import("./data.js").Atlas} Atlas
 * @typedef {Pick<Atlas, "marks"|"claims"|"excerpts"> & {links: import("./links.js").Links, shapes: import("./shapes.js").Shapes}} Tables
 */

import { BASES } from "./view.js";

const STATED = BASES.indexOf("stated");

export class MarkRecord {
  /** @type {import("./geometry.js").Shape|null|undefined} */
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

  /** A bit for each basis among its claims, in the order of BASES. */
  get bases() {
    return this.#tables.links.masks[this.at];
  }

  get isPlaced() {
    return this.#tables.shapes.kinds[this.at] > 0;
  }

  /** Its bounds among those of all: min x, min y, max x, max y at `at` times four. */
  get allBounds() {
    return this.#tables.shapes.bounds;
  }

  get shape() {
    return (this.#shape ??= this.#tables.shapes.at(this.at));
  }

  /** @returns {import("./data.js").Claim[]} */
  get claims() {
    return this.#claims.map((claim) => this.#tables.claims.at(claim).claim);
  }

  /** Does the article report that this stretch is used? */
  get isUsed() {
    return this.#stated("about").includes("use");
  }

  /** What the article says is done here, in its own word. @returns {string|undefined} */
  get verb() {
    return this.#stated("verb")[0];
  }

  /** Does it rest on any excerpt? */
  get isQuoted() {
    const { links } = this.#tables;
    return links.cites(links.claims[this.at], links.claims[this.at + 1]);
  }

  /** The ids of the excerpts that it rests on, in the order of the text. @returns {string[]} */
  get excerpts() {
    const { links, excerpts } = this.#tables;
    const cited = new Set();
    for (const claim of this.#claims) for (const excerpt of links.citedBy(claim)) cited.add(excerpt);
    return [...cited]
      .map((excerpt) => excerpts.at(excerpt))
      .sort((a, b) => a.start - b.start)
      .map((excerpt) => excerpt.id);
  }

  /** @returns {import("./data.js").Names} */
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

  /** @returns {{basis: import("./view.js").Basis, note: string, source?: string}} */
  get position() {
    return this.#read("position");
  }

  /** @returns {import("./data.js").Silence[]} */
  get silences() {
    return this.#read("silences");
  }

  /** What those of its claims that the article states hold under a key. @param {string} key @returns {any[]} */
  #stated(key) {
    const { claims, links } = this.#tables;
    return this.#claims.filter((claim) => links.bases[claim] === STATED).map((claim) => claims.value(key, claim));
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
