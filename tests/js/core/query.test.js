import assert from "node:assert/strict";
import { test } from "node:test";

import { besideLink, namesGuest } from "../../../geo/page/assets/core/query.js";

const QUERIES = [
  ["", false, ""],
  ["", true, "guest=1"],
  ["?f=damascus&x=e09&at=36,33,7", false, ""],
  ["?guest=1&f=guild-light", true, "guest=1"],
  ["?guest=1&f=guild-light", false, ""],
  ["?embed=true&guest=1&l=pmf", false, "embed=true"],
  ["?embed=true&l=pmf", true, "embed=true&guest=1"],
];

for (const [search, guest, beside] of QUERIES) {
  test(`beside the link in "${search}" stands "${beside}"`, () => {
    assert.equal(besideLink(search, guest), beside);
  });
}

test("an address may name a guest", () => {
  assert.ok(namesGuest("?f=damascus&guest=1"));
  assert.ok(!namesGuest("?f=guest"));
});
