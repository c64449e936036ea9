"""The text of an article out of a file that somebody drops: .txt, .md or .html.

What is taken is shown, and may be mended, before it is sealed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from geo.atlas.json_file import JsonFileError, decode
from geo.drafts.refusal import refused

MOST_BYTES = 2_000_000
_PLAIN, _MARKED_UP = (".txt", ".md", ".text"), (".html", ".htm")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _words("""
    address article blockquote br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li
    main ol p pre section table td th tr ul
""")
_NOT_READ = _words("""
    script style noscript template nav header footer aside form svg math iframe object button
    select textarea head
""")
_PERSIAN, _ARABIC = re.compile("[\u067e\u0686\u0698\u06af\u06cc]"), re.compile("[\u0621-\u064a]")


def text_of(name: str, data: bytes) -> str:
    """Return the text of a file; raises AtlasError where none can be taken."""
    kind = PurePath(name).suffix.lower()
    if kind not in (*_PLAIN, *_MARKED_UP):
        what = "is of a kind that no text is taken from"
        raise refused(name, "", what, "save it as .txt, .md or .html; or paste its text")
    if len(data) > MOST_BYTES:
        what = f"is larger than {MOST_BYTES // 1_000_000} MB"
        raise refused(name, "", what, "paste the text of the article alone")
    try:
        text = decode(data)
    except JsonFileError as error:
        raise refused(name, "", error.what, error.fix) from None
    return tidy(_text_of_html(text) if kind in _MARKED_UP else text)


def tidy(text: str) -> str:
    """Return a text with plain line ends, without characters that nobody sees, and blank edges."""
    text = re.sub("\r\n?", "\n", text)
    text = _UNSEEN.sub("", text)
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def language_of(text: str) -> str:
    """Return a language to offer for a text, by its letters; a person confirms it."""
    if len(_ARABIC.findall(text)) * 3 <= len(text):
        return "en"
    return "fa" if _PERSIAN.search(text) else "ar"


def _text_of_html(text: str) -> str:
    from lxml import html

    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except Exception:  # what the parser makes of a damaged file is not said by any class
        return ""
    for element in list(root.iter(*_NOT_READ)):
        element.drop_tree()
    parts = root.xpath("//article") or root.xpath("//main") or [root]
    whole = "".join(_pieces(max(parts, key=lambda part: len(part.text_content()))))
    lines = (" ".join(line.split()) for line in whole.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _pieces(element: Any) -> Iterator[str]:
    """Yield the texts of an element in their order, a line end about each block."""
    if isinstance(element.tag, str):
        end = "\n" if element.tag in _BLOCKS else ""
        yield end + _flat(element.text)
        for child in element:
            yield from _pieces(child)
            yield _flat(child.tail)
        yield end


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
