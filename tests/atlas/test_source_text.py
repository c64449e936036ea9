import hashlib
from pathlib import Path

import pytest

from geo.atlas.json_file import JsonFileError
from geo.atlas.source_text import SourceText, read_source_text


def spans(text: str) -> list[str]:
    return [text[p.start : p.end] for p in SourceText(text, "").paragraphs]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("\n\n", []),
        ("one", ["one"]),
        ("one\n\ntwo\n", ["one", "two"]),
        ("\none\ntwo", ["one", "two"]),
        ("🛶🛶\n\ne\u0301x", ["🛶🛶", "e\u0301x"]),
        ("one\r\n\r\ntwo\r\n", ["one", "two"]),
        ("one\rtwo\r\rthree", ["one", "two", "three"]),
        ("one\n \u00a0\ntwo", ["one", "two"]),
        ("one\u2028two\u2029three", ["one", "two", "three"]),
        ("one\vstill\x85one", ["one\vstill\x85one"]),
    ],
)
def test_a_paragraph_is_a_line_that_is_not_blank(text: str, paragraphs: list[str]) -> None:
    assert spans(text) == paragraphs
    assert [p.number for p in SourceText(text, "").paragraphs] == list(
        range(1, len(paragraphs) + 1)
    )


BODY = "Head\n\nA notice.\n\nOne.\n\nTwo.\n\nRead more"


@pytest.mark.parametrize(
    ("title", "body", "numbers"),
    [
        ("", None, [1, 2, 3, 4, 5]),
        ("Head", None, [0, 1, 2, 3, 4]),
        ("Notice", None, [1, 2, 3, 4, 5]),
        ("Head", (17, 27), [0, None, 1, 2, None]),
        ("", (17, 27), [None, None, 1, 2, None]),
    ],
)
def test_paragraphs_are_counted_as_a_reader_counts_them(
    title: str, body: tuple[int, int] | None, numbers: list[int | None]
) -> None:
    assert [p.number for p in SourceText(BODY, "", title, body).paragraphs] == numbers


def test_a_text_is_taken_in_any_unicode_form(tmp_path: Path) -> None:
    for text in ("cafe\u0301", "caf\u00e9", "\u0634\u0651\u064e", "\u0634\u064e\u0651"):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        assert read_source_text(tmp_path / "a.txt").text == text


def test_each_character_is_in_its_paragraph_or_in_none() -> None:
    text = SourceText("\nab\n\ncd\n", "")
    found = [text.paragraph_at(offset) for offset in range(-1, 9)]
    assert [p and p.number for p in found] == [None, None, 1, 1, None, None, 2, 2, None, None]


def test_a_text_is_read_byte_for_byte(tmp_path: Path) -> None:
    data = "one\r\n🛶 é\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    text = read_source_text(tmp_path / "a.txt")
    assert text.text == "one\r\n🛶 é\n"
    assert text.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"caf\xe9", "is not UTF-8 \\(byte 3\\)"),
        ("Boats".encode("utf-16"), "looks like UTF-16"),
        ("Boats".encode("utf-16-le"), "looks like UTF-16"),
        ("\ud800".encode("utf-8", "surrogatepass"), "is not UTF-8"),
    ],
)
def test_a_text_that_can_not_be_cited_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(JsonFileError, match=words):
        read_source_text(tmp_path / "a.txt")


def test_a_text_is_known_as_other_editors_save_it() -> None:
    text = SourceText("\ufeffa\r\nb\n", "")
    assert [(how, other.text) for how, other in text.line_ending_variants] == [
        ("LF line ends and no byte order mark", "a\nb\n"),
        ("LF line ends and a byte order mark", "\ufeffa\nb\n"),
        ("CRLF line ends and no byte order mark", "a\r\nb\r\n"),
        ("CRLF line ends and a byte order mark", "\ufeffa\r\nb\r\n"),
    ]
