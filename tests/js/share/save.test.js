import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName } from "../../../geo/page/assets/share/save.js";
import { HOSTILE } from "./view.js";

for (const [title, name] of [
  ["Iran’s land corridor", "irans-land-corridor-map.png"],
  ["../../etc/passwd", "etc-passwd-map.png"],
  ["ممر إيران", "ممر-إيران-map.png"],
  [HOSTILE, "hyperlink-http-x-script-img-src-x-onerror-alert-1-map.png"],
  ["…", "atlas-map.png"],
  ["a".repeat(300), `${"a".repeat(60)}-map.png`],
]) {
  test(`a file's name from a title: ${JSON.stringify(title).slice(0, 40)}`, () => assert.equal(fileName(title, "map.png"), name));
}
