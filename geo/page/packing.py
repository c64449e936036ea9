"""The page's texts, compressed: all of a small atlas, of a large one each column's first block."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Mapping

from geo.page.columns import to_json

_FIRST_BLOCK = ".0"


def packed(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Return the texts with those that every page reads as one, "packed": a JSON string.

    It is the base64 of the gzip (RFC 1952) of a JSON object of them by name. The marks'
    shapes stay as they are, because they are packed already, and so do later blocks, because few of
    them are ever read.
    """
    first = {name: text for name, text in texts.items() if _is_first(name)}
    block = gzip.compress(to_json(first).encode(), mtime=0)
    rest = {name: text for name, text in texts.items() if name not in first}
    return {"packed": f'"{base64.b64encode(block).decode()}"', **rest}


def _is_first(name: str) -> bool:
    return name in ("words", "texts") or name.endswith(_FIRST_BLOCK)
