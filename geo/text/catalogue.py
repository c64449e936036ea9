"""The words of ours that a reader sees, by language: all stand in `geo/locales/`, and only there.

A file a language, named by its tag. It has sections, "shared" among them, for media that are
given only the words they need, "draft" for what is written into an atlas that is made of a draft,
"panel" for the app's export panel and "workbench" for the workbench; a key is in one section alone.
A text has {0}, {1} … for values.
One that goes by a number is an object of its forms, by CLDR's plural categories. A language
without a file, or without a key, takes that of the wider language (fa-AF: fa), then the English.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from babel import Locale

from geo.text.language import is_rtl, language_name, parents

FOLDER = Path(__file__).parents[1] / "locales"
FALLBACK = "en"

Phrase: TypeAlias = str | dict[str, str]  # a text, or its forms by plural category
Phrases: TypeAlias = dict[str, Phrase]


def words(language: str, key: str, *values: object) -> str:
    """Return a phrase with its values put in.

    In a language from right to left each value is isolated (U+2068, U+2069: Unicode
    Standard Annex 9), so that a number or a name keeps its own direction. A whole number is
    written in the digits of the language; the first of them chooses the plural form.
    """
    tag, phrase = _found(language, key)
    if isinstance(phrase, dict):
        number = next(value for value in values if isinstance(value, int))
        phrase = phrase[plural_category(tag, number)]
    own = [digits(str(value), language) if isinstance(value, int) else value for value in values]
    isolated = (f"\u2068{value}\u2069" for value in own) if is_rtl(language) else own
    return phrase.format(*isolated)


def named(language: str, key: str, tags: Iterable[str]) -> str:
    """Return a sentence about texts that stand in other languages; "" where there are none."""
    names = dict.fromkeys(language_name(tag, language) for tag in sorted(tags))
    return words(language, key, words(language, "comma").join(names)) if names else ""


def digits(text: str, language: str) -> str:
    """Return a text of ours with its digits as the language writes them; never a printed one."""
    own, decimal = (str(_found(language, key)[1]) for key in ("digits", "decimal"))
    text = re.sub(r"(?<=\d)\.(?=\d)", decimal, text)
    return text.translate(str.maketrans("0123456789", own))


def phrases(language: str, *sections: str) -> Phrases:
    """Return the phrases of sections that a language, or a wider one, has itself."""
    found: Phrases = {}
    for tag in reversed(parents(language)):
        for section in sections:
            found |= _read(tag).get(section, {})
    return found


def complete(language: str, *sections: str) -> Phrases:
    """Return all phrases of sections, in English where the language lacks one."""
    return phrases(FALLBACK, *sections) | phrases(language, *sections)


def locale_of(language: str) -> str:
    """Return the tag of the file that a language takes its words from."""
    return next((tag for tag in parents(language) if _read(tag)), FALLBACK)


def locales() -> tuple[str, ...]:
    """Return the tags of all languages that have a file."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.json")))


def has_own(tag: str, key: str) -> bool:
    """Say whether the file of a language has a phrase itself."""
    return any(key in section for section in _read(tag).values())


def plural_category(tag: str, number: int) -> str:
    """Return which form a number takes in a language: zero, one, two, few, many or other."""
    return str(Locale.parse(tag, sep="-").plural_form(number))


def _found(language: str, key: str) -> tuple[str, Phrase]:
    """Return a phrase, and the tag of the language that it is in."""
    for tag in (*parents(language), FALLBACK):
        for section in _read(tag).values():
            if key in section:
                return tag, section[key]
    raise KeyError(f'no words "{key}" in {FOLDER / FALLBACK}.json: add them there')


@cache
def _read(tag: str) -> dict[str, Phrases]:
    """Return the sections of a language's file; none, where it has no file."""
    files = {file.stem.lower(): file for file in FOLDER.glob("*.json")}
    file = files.get(tag.lower())
    found: dict[str, Phrases] = json.loads(file.read_text("utf-8")) if file else {}
    return found
