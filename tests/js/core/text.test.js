import assert from "node:assert/strict";
import { test } from "node:test";

import { hasQuotationMarks, paragraphAt, paragraphs, pieces, utf16Offsets, whereIs } from "../../../geo/page/assets/core/text.js";

const TEXTS = ["plain", "", "a🛶b", "🛶🛶", "e\u0301x", "\u202eabc", "𝒳𝒴 and é"];

for (const text of TEXTS) {
  test(`each code point of ${JSON.stringify(text)} is found at its UTF-16 offset`, () => {
    const offset = utf16Offsets(text);
    [...text].forEach((character, i) => {
      assert.equal(text.slice(offset(i), offset(i + 1)), character);
    });
  });
}

const LINES = [
  ["", []],
  ["a", ["a"]],
  ["a\n\nbc\n", ["a", "bc"]],
  ["\n\n a", [" a"]],
  ["a\r\n\r\nb", ["a", "b"]],
  ["a\rb\u2028c\u2029d", ["a", "b", "c", "d"]],
];

for (const [text, found] of LINES) {
  test(`the paragraphs of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      paragraphs(text, []).map(({ start, end }) => text.slice(start, end)),
      found,
    );
  });
}

const PLACES = [
  [0, 0],
  [1, 0],
  [4, 1],
  [9, null],
  [99, null],
];

for (const [offset, number] of PLACES) {
  test(`the character at ${offset} stands in paragraph ${number}`, () => {
    assert.equal(paragraphAt(paragraphs("ab\n\ncd\n\nef", [0, 1, null]), offset), number);
  });
}

test("a reader is told the headline, a paragraph of the body, or that it is neither", () => {
  const found = paragraphs("ab\n\ncd\n\nef", [0, 1, null]);
  const say = (...said) => said.join(" ");
  assert.deepEqual(
    [0, 4, 8].map((offset) => whereIs(found, offset, say)),
    ["headline", "paragraph 1", "outsideBody"],
  );
});

test("pieces cover the paragraph once, without a gap", () => {
  const spans = [
    { id: "long", start: 2, end: 9 },
    { id: "short", start: 4, end: 6 },
    { id: "across", start: 8, end: 20 },
    { id: "elsewhere", start: 30, end: 40 },
  ];
  const found = pieces(spans, 0, 12);
  assert.deepEqual(
    found.map((piece) => [piece.start, piece.end, piece.excerpts]),
    [
      [0, 2, []],
      [2, 4, ["long"]],
      [4, 6, ["short", "long"]],
      [6, 8, ["long"]],
      [8, 9, ["long", "across"]],
      [9, 12, ["across"]],
    ],
  );
});

test("a paragraph without excerpts is one piece", () => {
  assert.deepEqual(pieces([], 3, 7), [{ start: 3, end: 7, excerpts: [] }]);
});

for (const [words, has] of /** @type {[string, boolean][]} */ ([
  ["“No freight”, he said", true],
  ["he said “no”", true],
  ["he said “no” twice", false],
  ["plain", false],
  ["", false],
])) {
  test(`${words || "nothing"} has ${has ? "" : "no "}marks of its own`, () => assert.equal(hasQuotationMarks(words), has));
}
