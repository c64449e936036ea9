import assert from "node:assert/strict";
import { test } from "node:test";

import { besideLink, namesUpload } from "../../../geo/page/assets/core/query.js";

const QUERIES = [
  ["", false, ""],
  ["", true, "uploaded=1"],
  ["?f=damascus&x=e09&at=36,33,7", false, ""],
  ["?uploaded=1&f=guild-light", true, "uploaded=1"],
  ["?uploaded=1&f=guild-light", false, ""],
  ["?embed=true&uploaded=1&l=pmf", false, "embed=true"],
  ["?embed=true&l=pmf", true, "embed=true&uploaded=1"],
];

for (const [search, uploaded, beside] of QUERIES) {
  test(`beside the link in "${search}" stands "${beside}"`, () => {
    assert.equal(besideLink(search, uploaded), beside);
  });
}

test("an address may name an upload", () => {
  assert.ok(namesUpload("?f=damascus&uploaded=1"));
  assert.ok(!namesUpload("?f=uploaded"));
});
