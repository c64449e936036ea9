"""Texts of ours that sealing writes into an atlas, in each language of which we have words."""

from __future__ import annotations

from collections.abc import Callable

from geo.text.bidi import without_isolates
from geo.text.catalogue import digits, locales, words


def our_texts(key: str, *values: Callable[[str], str]) -> dict[str, str]:
    """Return a text by language; each value is a function from a language to a text.

    It has no isolates: a character that is not seen would be shown as its code.
    """
    said = {tag: words(tag, key, *(value(tag) for value in values)) for tag in locales()}
    return {tag: without_isolates(text) for tag, text in said.items()}


def as_of(published: str | None) -> dict[str, str]:
    """Return when an article is from, as far as it says that."""
    if published is None:
        return our_texts("draftUndated")
    return our_texts("draftAsOf", lambda tag: digits(published, tag))
