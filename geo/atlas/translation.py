"""Sentences of ours in several languages, and which of them a reader gets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Told(NamedTuple):
    """A sentence, and the language tag (BCP 47) that it is in."""

    text: str
    language: str


def told(texts: Mapping[str, str], language: str, otherwise: str) -> Told:
    """Return the sentence in `language`; where there is none, in `otherwise`, else in any.

    A reader is told when the language is not the one asked for.
    """
    found = next((tag for tag in (language, otherwise) if tag in texts), next(iter(texts)))
    return Told(texts[found], found)
