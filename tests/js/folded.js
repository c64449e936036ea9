/** Folds each line of its input, a JSON text and words to look for in it, and says where they stand. */

import { createInterface } from "node:readline";

import { fold, folded, placesOf, searchable, searchedWords } from "../../geo/page/assets/core/fold.js";

for await (const line of createInterface({ input: process.stdin })) {
  const [text, words] = JSON.parse(line);
  const whole = folded(text);
  const found = placesOf(whole, searchable(words).trim()).map(({ start, end }) => text.slice(start, end));
  const byCharacter = whole.text;
  console.log(JSON.stringify({ folded: fold(text), searchable: searchable(text), words: searchedWords(text), byCharacter, found }));
}
