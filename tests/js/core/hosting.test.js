import assert from "node:assert/strict";
import { test } from "node:test";

import { publicLink } from "../../../geo/page/assets/core/hosting.js";

for (const [link, written] of [
  ["https://x.example/atlas.html#f=a&at=1,2,3", "https://x.example/atlas.html#f=a&at=1,2,3"],
  ["http://localhost:8501/?f=a", "http://localhost:8501/?f=a"],
  ["file:///home/me/secret/my%20atlas.html#f=a", "my%20atlas.html#f=a"],
  ["file:///C:/Users/me/atlas.html#l=a/b", "atlas.html#l=a/b"],
]) {
  test(`a link as others may read it: ${link}`, () => assert.equal(publicLink(link), written));
}
