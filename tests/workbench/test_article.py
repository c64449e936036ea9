"""The text of a file that somebody drops: what is read of it, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.errors import AtlasError
from geo.workbench.article import language_of, text_of, tidy


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", b"One.\r\nTwo.", "One.\nTwo.\n"),
        ("a.txt", "\ufeffآب 🛶".encode(), "آب 🛶\n"),
        ("A.MD", b"# Title\n\n\n\nBody.  \n", "# Title\n\nBody.\n"),
        ("a.html", b"<p>One <b>two</b>\n three.<p>Four.", "One two three.\n\nFour.\n"),
        ("a.html", b"<nav>Menu</nav><article><h1>T</h1><p>B</article>", "T\n\nB\n"),
        ("a.html", b"<script>alert(1)</script>&lt;b&gt;x&lt;/b&gt;", "<b>x</b>\n"),
        ("a.htm", b"<div>a<br>b</div><style>p{}</style>", "a\n\nb\n"),
        ("a.html", "<meta charset=ascii><p>é ؟".encode(), "é ؟\n"),
        ("a.html", b"", "\n"),
    ],
)
def test_the_text_of_a_file(name: str, data: bytes, text: str) -> None:
    assert text_of(name, data) == text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK", "is of a kind that no text is taken from"),
        ("a", b"x", "is of a kind that no text is taken from"),
        ("a.txt", b"\xff", "is not UTF-8"),
        ("a.txt", b"x" * 2_000_001, "is larger than 2 MB"),
    ],
)
def test_a_file_that_is_none_is_refused(name: str, data: bytes, words: str) -> None:
    with pytest.raises(AtlasError, match=words):
        text_of(name, data)


@given(st.text())
def test_a_tidy_text_stays_as_it_is(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_no_markup_ends_the_program(text: str) -> None:
    text_of("a.html", ("<p>" + text).encode("utf-8", "ignore"))


def test_deep_markup_ends_it_neither() -> None:
    text_of("a.html", b"<div>" * 20_000 + b"x")


@pytest.mark.parametrize(
    ("text", "language"),
    [("Boats", "en"), ("القوارب تعود", "ar"), ("قایق‌ها بازگشتند", "fa"), ("", "en")],
)
def test_a_language_is_offered_by_the_letters(text: str, language: str) -> None:
    assert language_of(text) == language
