/** Folds each line of its input, a JSON text and words to look for in it, and says where they stand. */

import { createInterface } from "node:readline";

import { fold, folded, placesOf } from "../../geo/page/assets/core/fold.js";

for await (const line of createInterface({ input: process.stdin })) {
  const [text, words] = JSON.parse(line);
  const whole = folded(text);
  const found = placesOf(whole, fold(words)).map(({ start, end }) => text.slice(start, end));
  console.log(JSON.stringify([fold(text), whole.text, found]));
}
