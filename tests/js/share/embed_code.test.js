import assert from "node:assert/strict";
import { test } from "node:test";

import { embedCode } from "../../../geo/page/assets/share/embed_code.js";
import { HOSTILE } from "./view.js";

test("a file's name stands for its address, and a note says so", () => {
  const code = embedCode("atlas.html#f=a&l=b", "Ferries", "Put the address here.", false);
  assert.equal(
    code,
    '<!-- Put the address here. -->\n<iframe src="atlas.html#f=a&#38;l=b" title="Ferries" width="100%" height="640" loading="lazy" allow="clipboard-write; fullscreen" ' +
      'sandbox="allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>',
  );
});

test("an address needs no note; the app is not sandboxed", () => {
  assert.match(embedCode("https://x.example/#", "Ferries", "note", false), /^<iframe src="https:\/\/x\.example\/#" .*sandbox=/);
  assert.doesNotMatch(embedCode("https://x.example/?", "Ferries", "note", true), /sandbox/);
});

test("a hostile title or link stays within its attribute", () => {
  const code = embedCode(`https://x.example/#${HOSTILE}`, HOSTILE, "note", true);
  assert.equal(code.match(/[<>]/g)?.length, 4); // the tags of the frame
  assert.equal(code.replace(/="[^"]*"/g, "").trim(), "<iframe src title width height loading allow style></iframe>");
});
