import assert from "node:assert/strict";
import { test } from "node:test";

import { themeOf } from "../../../geo/page/assets/map/theme.js";

const atlas = () => ({
  layers: [{ id: "one", colour: "#6e2a8a" }],
  parts: [{ id: "tied", hue: "#8f5e00" }],
  symbology: { palette: { ink: "#111111", sea: "#cccccc" }, dark: { ink: "#eeeeee", sea: "#000011" } },
});

test("a dark screen has colours of its own, and lightens those of layers and parts", () => {
  const shown = /** @type {any} */ (atlas());
  themeOf(shown)(true);
  assert.deepEqual(shown.symbology.palette, { ink: "#eeeeee", sea: "#000011" });
  assert.equal(shown.layers[0].colour, "#b795c5");
  assert.equal(shown.parts[0].hue, "#c7af80");
});

test("a light screen has the atlas' colours again, however often it changed", () => {
  const shown = /** @type {any} */ (atlas());
  const use = themeOf(shown);
  for (const dark of [true, true, false, true, false]) use(dark);
  assert.deepEqual(shown, atlas());
});
