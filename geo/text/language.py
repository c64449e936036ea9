"""Languages by their tags (BCP 47): which way each is written, and what it is called."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# The scripts that are written from right to left, by their codes (ISO 15924).
_RTL_SCRIPTS = {
    *("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Sogd"),
    *("Syrc", "Syre", "Syrj", "Syrn", "Thaa", "Yezi"),
}


@cache
def is_rtl(tag: str) -> bool:
    """Say whether the language is written from right to left, which its script decides."""
    return _script(tag) in _RTL_SCRIPTS


@cache
def parents(tag: str) -> tuple[str, ...]:
    """Return the tag and those of the wider languages in the same script: fa-AF, fa."""
    parts = tag.split("-")
    wider = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return tuple(one for one in wider if _script(one) == _script(tag))


def language_name(tag: str, reader: str) -> str:
    """Return what the reader's language calls another: its tag, where CLDR has no name for it."""
    short, *_ = tag.lower().split("-")
    english = Locale("en")
    known = _locale(reader) or english
    return str(known.languages.get(short) or english.languages.get(short, tag))


def own_name(tag: str) -> str:
    """Return what a language calls itself."""
    known = _locale(tag)
    return (known.get_display_name() if known else None) or tag


def _script(tag: str) -> str:
    """Return the script of a tag, else that in which CLDR says its language is written."""
    language, *more = tag.split("-")
    script = next((part.title() for part in more if len(part) == 4 and part.isalpha()), None)
    region = next((part.upper() for part in more if len(part) == 2 and part.isalpha()), None)
    likely = get_global("likely_subtags")
    known: str = likely.get(f"{language.lower()}_{region}") or likely.get(language.lower(), "__")
    return script or known.split("_")[1]


@cache
def _locale(tag: str) -> Locale | None:
    """Return what CLDR knows of a language, or of the nearest wider one."""
    for one in parents(tag):
        try:
            return Locale.parse(one, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
