"""A sentence of the atlas in several languages, and which of them a reader gets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Translation(NamedTuple):
    """A sentence, and the language tag (BCP 47) that it is in."""

    text: str
    language: str


def translation_for(texts: Mapping[str, str], language: str, fallback: str) -> Translation:
    """Return the sentence in `language`; without one, in `fallback`, else in any language.

    `texts` holds at least one sentence, by language tag.
    """
    tag = next((tag for tag in (language, fallback) if tag in texts), next(iter(texts)))
    return Translation(texts[tag], tag)
