import assert from "node:assert/strict";
import { test } from "node:test";

import { beginAt, extentSeen, latLngOf, longitudeOnMap, placeAt, spotOf } from "../../../geo/page/assets/map/places.js";

/** @param {number} west @param {number} east */
const seen = (west, east) =>
  extentSeen(/** @type {any} */ ({ getWest: () => west, getEast: () => east, getSouth: () => -95, getNorth: () => 10 }));

test("on most maps a longitude is as it is written", () => {
  assert.equal(longitudeOnMap(-179.5), -179.5);
  assert.deepEqual(seen(30, 60), [30, -90, 60, 10]);
  assert.deepEqual(seen(-200, 60), [-180, -90, 60, 10]);
});

test("a map that begins elsewhere goes on beyond 180°, and writes none of it", () => {
  beginAt(-0.2);
  assert.equal(longitudeOnMap(-179.5), 180.5);
  assert.deepEqual(latLngOf([-179.5, 3]), [3, 180.5]);
  assert.ok(spotOf([-179.5, 3])[0] > 256);
  assert.deepEqual(placeAt(/** @type {any} */ ({ lng: 180.5, lat: 3 })), [-179.5, 3]);
  assert.deepEqual(seen(179, 181), [179, -90, -179, 10]);
  assert.deepEqual(seen(-300, 500), [-180, -90, 180, 10]);
  beginAt(-180);
});
