/** For tests/page/test_words.py: the page's data and calls of its functions in, a line each; what they answer out. */

import { createInterface } from "node:readline";

import * as language from "../../geo/page/assets/core/language.js";
import * as text from "../../geo/page/assets/core/text.js";
import { readAtlas } from "../../geo/page/assets/data/atlas.js";
import { factsOf, forceless } from "../../geo/page/assets/map/stretch_labels.js";

const VIEW = { bases: new Set(["stated", "inferred", "background"]) };

for await (const line of createInterface({ input: process.stdin })) {
  const { texts, calls } = JSON.parse(line);
  language.useWords(JSON.parse(texts.words));
  const atlas = readAtlas({ ...JSON.parse(texts.texts), ...JSON.parse(texts.data) }, (name) => texts[name]);
  const facts = (id) => factsOf(atlas, atlas.marks.get(id), VIEW);
  const ofKind = (kind) => [...atlas.itinerary].filter((mark) => mark.kind === kind);
  const silent = () => forceless(ofKind("segment"), ofKind("country")).map(({ stretch }) => stretch.id);
  const known = { ...language, ...text, facts, silent };
  console.log(JSON.stringify(calls.map(([name, ...values]) => known[name](...values))));
}
