"""Ids for new records, from their names."""

from __future__ import annotations

import re
from collections.abc import Container

from geo.text.folding import fold

_LONGEST = 40  # characters; the format takes 64


def free_id(name: str, otherwise: str, taken: Container[str]) -> str:
    """Return an id like a name ("al-baaj"), or like `otherwise`, that is not taken yet."""
    slug = "-".join(re.findall("[a-z0-9]+", fold(name)))[:_LONGEST].strip("-") or otherwise
    number, id_ = 1, slug
    while id_ in taken:
        number += 1
        id_ = f"{slug}-{number}"
    return id_
