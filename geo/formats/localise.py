"""Sentences of an atlas for a reader of one language, each with the language that it is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.atlas.atlas import Atlas
from geo.text.bidi import marks_for_isolates
from geo.text.language import is_rtl
from geo.text.written_time import written_time


@dataclass(frozen=True)
class LocalText:
    """A sentence, its language (a BCP 47 tag), and whether that reads from right to left."""

    text: str
    language: str
    rtl: bool


@dataclass(frozen=True)
class Localiser:
    """Chooses the sentences for a reader of `language`.

    `other_languages` collects the languages of sentences that `language` lacks.
    """

    atlas: Atlas
    language: str
    other_languages: set[str] = field(default_factory=set)

    def localise(self, texts: Mapping[str, str]) -> LocalText:
        """Return the sentence in the reader's language, or else in the article's."""
        text, language = self.atlas.localised(texts, self.language)
        if language != self.language:
            self.other_languages.add(language)
        return LocalText(text, language, is_rtl(language))

    def localise_optional(self, texts: Mapping[str, str] | None) -> LocalText | None:
        """Return None for a sentence that is not given."""
        return self.localise(texts) if texts else None

    def time(self, written: str) -> str:
        """Return a time of the atlas (see `geo.atlas.times`) as a reader writes it.

        It has no isolates: the PDF would spell them out.
        """
        return marks_for_isolates(written_time(written, self.language))

    def time_optional(self, written: str | None) -> str | None:
        """Return None for a time that is not given."""
        return self.time(written) if written else None
