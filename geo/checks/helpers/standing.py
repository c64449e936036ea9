"""Where words of an excerpt stand in the sealed text, and whether they read alone as there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from geo.atlas.anchoring import is_anchored, places
from geo.atlas.atlas import Atlas
from geo.atlas.errors import Fault
from geo.atlas.model import Excerpt
from geo.checks.helpers.negations import negation_before
from geo.text.word_ends import cuts_word


class Place(NamedTuple):
    """Where words stand in a text: a span of code points, the end exclusive."""

    text: str
    language: str
    start: int
    end: int

    @property
    def is_cut(self) -> bool:
        return cuts_word(self.text, self.start) or cuts_word(self.text, self.end)

    @property
    def negation(self) -> str:
        return negation_before(self.text, self.start, self.language)


def faults_of(atlas: Atlas, words: str, excerpts: Iterable[Excerpt]) -> Iterator[Fault]:
    """Yield why words can't be taken from any of the excerpts as they are."""
    found = [place for excerpt in excerpts for place in _places(atlas, words, excerpt)]
    whole = [place for place in found if not place.is_cut]
    if not whole:
        fix = "write them as printed there, or cite the excerpt that has them"
        yield f"its words “{words}” are in none of its excerpts as whole words", fix
    elif all(place.negation for place in whole):
        what = f"its words “{words}” leave out the “{whole[0].negation}” before them"
        yield what, "take it in, for they stand alone by the mark"


def faults_of_ends(text: str, language: str, excerpt: Excerpt) -> Iterator[Fault]:
    """Yield that an excerpt, which stands in `text`, cuts a word, or leaves a "not" out."""
    for verb, at in (("begins", excerpt.position.start), ("ends", excerpt.position.end)):
        if cuts_word(text, at):
            around = text[max(0, at - 12) : at] + "|" + text[at : at + 12]
            yield f"its quote {verb} inside of a word: “{around}”", "take the whole word in"
    if negation := negation_before(text, excerpt.position.start, language):
        yield f"its quote leaves out the “{negation}” before it", "begin the quote before that"


def _places(atlas: Atlas, words: str, excerpt: Excerpt) -> Iterator[Place]:
    """Look in the sealed text; where the excerpt doesn't stand there, in its quote alone."""
    quote, source_text = excerpt.quote.exact, atlas.source_texts.get(excerpt.source)
    source = atlas.sources.get(excerpt.source)
    language = source.language if source else ""
    text, offset = quote, 0
    if source_text and is_anchored(source_text.text, excerpt.target.selector):
        text, offset = source_text.text, excerpt.position.start
    for at in places(quote, words):
        yield Place(text, language, offset + at, offset + at + len(words))
