/** For tests/page/test_offsets.py: a line of the page's data in, what the page finds in it out. */
import { createInterface } from "node:readline";

import { readAtlas } from "../../geo/page/assets/data/atlas.js";
import { paragraphAt } from "../../geo/page/assets/core/text.js";

for await (const line of createInterface({ input: process.stdin })) {
  const texts = JSON.parse(line);
  const { article, excerpts } = readAtlas({ ...JSON.parse(texts.texts), ...JSON.parse(texts.data) }, (name) => texts[name]);
  const found = excerpts.all().map(({ start, end }) => [article.text.slice(start, end), paragraphAt(article.paragraphs, start)]);
  console.log(JSON.stringify(found));
}
