"""Sentences of ours, each with the language that a reader gets it in, and which way that reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from geo.atlas.atlas import Atlas
from geo.sheet.words import is_rtl, written_time

Plain: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Teller:
    """Tells what an atlas says in a reader's language, and keeps what others it had to take."""

    atlas: Atlas
    language: str
    others: set[str] = field(default_factory=set)

    def tell(self, texts: Mapping[str, str]) -> Plain:
        """Return a sentence with its language, and say whether that reads from right to left."""
        text, language = self.atlas.told(texts, self.language)
        if language != self.language:
            self.others.add(language)
        return {"text": text, "lang": language, "rtl": is_rtl(language)}

    def maybe(self, texts: Mapping[str, str] | None) -> Plain | None:
        return self.tell(texts) if texts else None

    def date(self, date: str | None) -> str | None:
        """Return a time as a reader writes it."""
        return written_time(date, self.language) if date else None
