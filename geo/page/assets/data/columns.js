/**
 * Records that are kept as columns of text, and decoded value by value when they are read, so that an atlas of a
 * hundred thousand marks opens at once. Numbers come packed.
 *
 * @typedef {{blockSize: number, read: (name: string) => string|undefined}} Columns how many records a block has;
 *   the text of a block of a column ("marks.names.0"), if there is one
 */

/** A block of a column: JSON Lines, one value a line. */
class Block {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** Where each line begins. */
    this.starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  /** @param {number} line */
  at(line) {
    return JSON.parse(this.text.slice(this.starts[line], this.starts[line + 1]));
  }

  all() {
    return JSON.parse(`[${this.text.replaceAll("\n", ",")}]`);
  }
}

/** Records by number and by id, each made when it is first asked for. @template T */
export class Records {
  /** @param {string} name @param {number} size @param {Columns} columns @param {(number: number) => T} make */
  constructor(name, size, columns, make) {
    this.name = name;
    this.size = size;
    this.columns = columns;
    this.make = make;
    /** @type {Map<string, Block|undefined>} */
    this.blocks = new Map();
    /** @type {T[]} */
    this.made = [];
    /** @type {Map<string, number>|undefined} */
    this.places = undefined;
  }

  /** @param {number} number @returns {T} */
  at(number) {
    return (this.made[number] ??= this.make(number));
  }

  /** @param {string} id @returns {T|undefined} */
  get(id) {
    const number = this.numberOf(id);
    return number === undefined ? undefined : this.at(number);
  }

  /** @param {string} id */
  has(id) {
    return this.numberOf(id) !== undefined;
  }

  /** @returns {T[]} */
  all() {
    return Array.from({ length: this.size }, (_, number) => this.at(number));
  }

  /** @param {string} id */
  numberOf(id) {
    if (!id) return undefined; // the view has chosen none
    this.places ??= new Map(this.column("id").map((id, number) => [id, number]));
    return this.places.get(id);
  }

  /** The value of a record under a key. @param {string} key @param {number} number @returns {any} */
  value(key, number) {
    const { blockSize } = this.columns;
    return this.block(key, Math.floor(number / blockSize))?.at(number % blockSize) ?? undefined;
  }

  /** The values of a record under several keys. @param {string[]} keys @param {number} number @returns {any} */
  pick(keys, number) {
    return Object.fromEntries(keys.map((key) => [key, this.value(key, number)]));
  }

  /** The values of all records under a key. @param {string} key @returns {any[]} */
  column(key) {
    const blocks = Array.from({ length: Math.ceil(this.size / this.columns.blockSize) }, (_, at) => this.block(key, at));
    return blocks.flatMap((block) => block?.all() ?? []);
  }

  /** @param {string} key @param {number} at */
  block(key, at) {
    const name = `${this.name}.${key}.${at}`;
    if (!this.blocks.has(name)) {
      const text = this.columns.read(name);
      this.blocks.set(name, text === undefined ? undefined : new Block(text));
    }
    return this.blocks.get(name);
  }
}

/** Whole numbers from their text: base64, LEB128, zigzag. @param {string} text @returns {Int32Array} */
export function unpacked(text) {
  const bytes = atob(text);
  let size = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes.charCodeAt(at) < 0x80) size++;
  const numbers = new Int32Array(size);
  let [number, shift, next] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    number |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    numbers[next++] = (number >>> 1) ^ -(number & 1);
    number = shift = 0;
  }
  return numbers;
}

/** Each number added to the sum of those before, `stride` runs in turns. @param {Int32Array} numbers @param {number} [stride] */
export function summed(numbers, stride = 1) {
  for (let at = stride; at < numbers.length; at++) numbers[at] += numbers[at - stride];
  return numbers;
}

/** The number of parts before each record, and of all, from the number that each record has. @param {Int32Array} counts */
export function startsOf(counts) {
  const starts = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) starts[at + 1] = starts[at] + counts[at];
  return starts;
}

/** The last index at which a rising list is at most `number`. @param {Int32Array} rising @param {number} number */
export function lastAtMost(rising, number) {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rising[middle] <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
