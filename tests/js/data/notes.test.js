import assert from "node:assert/strict";
import { test } from "node:test";

import { LONGEST_NOTE, MOST_NOTES, noteOf, oneLine, readNotes, writeNote } from "../../../geo/page/assets/data/notes.js";

const WRITTEN = [
  ["36.3,33.51_Text", { at: [36.3, 33.51], text: "Text" }],
  ["36.3,33.51,38,34_Text", { at: [36.3, 33.51], to: [38, 34], text: "Text" }],
  ["36.3,33.51,38,34_", { at: [36.3, 33.51], to: [38, 34], text: "" }],
  ["-0,-33.5_1,2_3,4_a & b = c", { at: [0, -33.5], text: "1,2_3,4_a & b = c" }],
  ["36.12345,33_x", { at: [36.123, 33], text: "x" }],
  ["36,33,36,33_no way", { at: [36, 33], text: "no way" }],
  ["36,33_<img src=x onerror=alert(1)>", { at: [36, 33], text: "<img src=x onerror=alert(1)>" }],
  ["36,33_این یادداشت می‌ماند", { at: [36, 33], text: "این یادداشت می‌ماند" }],
  [`36,33_${"🛶".repeat(LONGEST_NOTE)}`, { at: [36, 33], text: "🛶".repeat(LONGEST_NOTE) }],
];

for (const [written, note] of WRITTEN) {
  test(`"${written.slice(0, 40)}" is a note, and is written and read as the same again`, () => {
    const { notes, unknown } = readNotes([written]);
    assert.deepEqual([notes, unknown], [[note], []]);
    assert.deepEqual(readNotes([writeNote(notes[0])]).notes, notes);
  });
}

const NONE = [
  "",
  "_",
  "Text",
  "36,33",
  "36,33_",
  "36_x",
  "36,33,38_x",
  "36,33,36,33_",
  "181,0_x",
  "0,86_x",
  "0,-85.1_x",
  "NaN,0_x",
  "1e9,0_x",
  "1.2.3,0_x",
  "--1,0_x",
  "36,33,38,99_x",
  "36,33,,_x",
  "__proto__",
  `36,33_${"x".repeat(LONGEST_NOTE + 1)}`,
  "36,33_\u202e\u0000\n ",
];

for (const written of NONE) {
  test(`${JSON.stringify(written.slice(0, 40))} is no note, and is named in a line that can be shown`, () => {
    const { notes, unknown } = readNotes([written, "36,33_kept"]);
    assert.deepEqual(notes, [{ at: [36, 33], text: "kept" }]);
    assert.equal(unknown.length, 1);
    assert.ok(unknown[0] && unknown[0].length <= 41 && unknown[0] === oneLine(unknown[0]));
  });
}

test("a map has so many notes and no more", () => {
  const { notes, unknown } = readNotes(Array.from({ length: MOST_NOTES + 2 }, (_, i) => `${i},0_x`));
  assert.equal(notes.length, MOST_NOTES);
  assert.deepEqual(unknown, ["12,0_x", "13,0_x"]);
});

test("notes are frozen to the last value", () => {
  const { notes } = readNotes(["1,2,3,4_x"]);
  for (const value of [notes, notes[0], notes[0].at, notes[0].to]) assert.ok(Object.isFrozen(value));
});

/** The same table as in tests/test_export_options.py. */
const LINES = [
  [" two\n\tlines \u2028 here", "two lines here"],
  ["\x1b[2Jred\x00", "[2Jred"],
  ["\ufffe\uffff\ud800kept", "kept"],
  ["الممر $x$ </title> {{ }}", "الممر $x$ </title> {{ }}"],
  ["gnp\u202eexe \u2067x\u2069\u200f", "gnpexe x"],
  ["a \u202e b", "a b"],
];

for (const [text, line] of LINES) {
  test(`${JSON.stringify(text)} becomes one line`, () => {
    assert.equal(oneLine(text), line);
    assert.equal(noteOf([1, 2], undefined, text)?.text, line);
  });
}
