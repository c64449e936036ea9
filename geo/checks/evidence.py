"""Checks of the texts: their seals, and that quotes, aliases and silences agree with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from geo.atlas.anchoring import AnchorFailure, anchor, is_anchored, places
from geo.atlas.atlas import ACTORS, EXCERPTS, SOURCES, Atlas
from geo.atlas.errors import Problem
from geo.atlas.model import Excerpt, Source, Span
from geo.atlas.source_text import SourceText
from geo.checks.helpers.known_names import is_name
from geo.checks.helpers.readings import readings
from geo.checks.helpers.standing import faults_of_ends
from geo.checks.references import each_silence
from geo.text.word_ends import UNSPACED, cuts_name

DIFF_LIMIT = 500  # characters of a diff that a person still reads


def has_words(text: str, words: str) -> bool:
    """Say whether `words` stand in `text` as whole words: "Iran" is not in "Iranian".

    A run of white space, also one with a line end in it, is one space.
    """
    text, words = _on_one_line(text), _on_one_line(words)
    return any(_stand_at(text, words, start) for start in places(text, words))


class Words:
    """An index of the words of a text, to look for many names in it."""

    _WORD = re.compile(rf"[^\W_{UNSPACED}]+")

    def __init__(self, text: str) -> None:
        self.text = text = _on_one_line(text)
        self._starts: dict[str, list[int]] = {}
        for word in self._WORD.finditer(text):
            self._starts.setdefault(word[0], []).append(word.start())

    def have(self, words: str) -> bool:
        """Say what `has_words` says, by looking only where the rarest of `words` stands."""
        words = _on_one_line(words)
        found = [
            (self._starts.get(word[0], []), word.start()) for word in self._WORD.finditer(words)
        ]
        if not found:
            return has_words(self.text, words)
        starts, offset = min(found, key=lambda at: len(at[0]))
        return any(_stand_at(self.text, words, start - offset) for start in starts)


def _stand_at(text: str, words: str, start: int) -> bool:
    is_there = start >= 0 and words != "" and text.startswith(words, start)
    return is_there and not (cuts_name(text, start) or cuts_name(text, start + len(words)))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _articles(atlas: Atlas) -> dict[str, str]:
    """Return the texts of the articles, by the ids of their sources."""
    return {
        source.id: atlas.source_texts[source.id].text
        for source in atlas.sources.values()
        if source.kind == "article" and source.id in atlas.source_texts
    }


def seals(atlas: Atlas) -> Iterator[Problem]:
    """Yield texts whose sha256 is not the sealed one."""
    for source in atlas.sources.values():
        source_text = atlas.source_texts.get(source.id)
        if source_text and source_text.sha256 != source.sha256:
            what = (
                f"seeds/{source.file} is not the text that was sealed (sha256 {source_text.sha256})"
            )
            fix = "put the sealed text back; or seal this one, and every excerpt of it anew"
            if how := _as_sealed(source, source_text):
                what += ": only the line ends differ"
                fix = f"save it with {how}"
            yield Problem(SOURCES, source.id, what, fix)


def bodies(atlas: Atlas) -> Iterator[Problem]:
    """Yield bodies of texts that cut a paragraph."""
    for source in atlas.sources.values():
        source_text = atlas.source_texts.get(source.id)
        if source_text and source.body and source_text.paragraphs:
            yield from _cut(source, source.body, source_text)


def _cut(source: Source, body: Span, source_text: SourceText) -> Iterator[Problem]:
    starts = [paragraph.start for paragraph in source_text.paragraphs]
    ends = [paragraph.end for paragraph in source_text.paragraphs]
    if body.start >= body.end:
        what = f"its body, {body.start}–{body.end}, ends before it begins"
        yield Problem(SOURCES, source.id, what, "write the start first, and the end after it")
    elif body.start not in starts or body.end not in ends:
        first = min(starts, key=lambda at: abs(at - body.start))
        last = min(ends, key=lambda at: abs(at - body.end))
        what = f"its body, {body.start}–{body.end}, cuts a paragraph"
        fix = f"begin and end it where paragraphs do; the nearest are {first} and {last}"
        yield Problem(SOURCES, source.id, what, fix)


def _as_sealed(source: Source, source_text: SourceText) -> str:
    """Describe the line ends with which a text was sealed, if only they have changed; or ""."""
    variants = source_text.line_ending_variants
    sealed = (how for how, variant in variants if variant.sha256 == source.sha256)
    return next(sealed, "")


def quotes(atlas: Atlas) -> Iterator[Problem]:
    """Yield quotes, and words for whose they are, that are not printed where they should be."""
    shifted: Counter[tuple[str, str]] = Counter()  # by source and description of its line ends
    for excerpt in atlas.excerpts.values():
        source = atlas.sources.get(excerpt.source)  # `references` reports an unknown one
        if (source_text := atlas.source_texts.get(excerpt.source)) is None:
            if source and source.file is None:  # else the reader reported the file
                what = f'it quotes "{excerpt.source}", whose text is not in seeds/'
                fix = (
                    "quote a source that has a file, or make it a background claim without a quote"
                )
                yield Problem(EXCERPTS, excerpt.id, what, fix)
        elif failure := anchor(source_text.text, excerpt.target.selector):
            if how := _anchored_with(excerpt, source_text):
                shifted[excerpt.source, how] += 1
            else:
                yield Problem(EXCERPTS, excerpt.id, failure.why, _remedy(failure))
        elif excerpt.attributed_to and not in_paragraph(
            source_text, excerpt, excerpt.attributed_to
        ):
            what = f"“{excerpt.attributed_to}” is not in the paragraph of the excerpt"
            fix = "write to whom it is attributed as printed there, or leave it out"
            yield Problem(EXCERPTS, excerpt.id, what, fix)
        else:
            language = source.language if source else ""
            for what, fix in faults_of_ends(source_text.text, language, excerpt):
                yield Problem(EXCERPTS, excerpt.id, what, fix)
    yield from _shifts(atlas, shifted)


def _shifts(atlas: Atlas, shifted: Counter[tuple[str, str]]) -> Iterator[Problem]:
    """Yield one problem a text whose line ends moved its quotes."""
    for (id_, how), number in shifted.items():
        source, source_text = atlas.sources[id_], atlas.source_texts[id_]
        if not _as_sealed(source, source_text):  # else `seals` reports the cause
            what = f"{number} of its excerpts are sealed to the text with {how}"
            fix = f"save seeds/{source.file} so and seal that, or write the excerpts' offsets anew"
            yield Problem(SOURCES, id_, what, fix)


def _anchored_with(excerpt: Excerpt, source_text: SourceText) -> str:
    """Describe the line ends with which the quote would be at its position; "" if none."""
    selector, variants = excerpt.target.selector, source_text.line_ending_variants
    anchored = (how for how, variant in variants if is_anchored(variant.text, selector))
    return next(anchored, "")


def _remedy(failure: AnchorFailure) -> str:
    match failure.proposal:
        case None:
            return "quote the source word for word, with the offsets of the quote"
        case proposal if not proposal.diff:
            return f"if that is the place meant, write start {proposal.start}, end {proposal.end}"
        case proposal:
            diff = proposal.diff
            shown = diff if len(diff) <= DIFF_LIMIT else f"{diff[:DIFF_LIMIT]}…"
            return f"the nearest is at {proposal.start}–{proposal.end}; compare {shown}"


def in_paragraph(source_text: SourceText, excerpt: Excerpt, words: str) -> bool:
    """Look for whole words in the excerpt's paragraph (in all of them, should it span several)."""
    first = source_text.paragraph_at(excerpt.position.start)
    last = source_text.paragraph_at(excerpt.position.end - 1)
    start = first.start if first else excerpt.position.start
    end = last.end if last else excerpt.position.end
    return any(char.isalnum() for char in words) and has_words(source_text.text[start:end], words)


def aliases(atlas: Atlas) -> Iterator[Problem]:
    """Yield aliases that no article prints."""
    articles = [Words(text) for text in _articles(atlas).values()]
    if not articles:  # `records.article` reports that
        return
    named = [(ACTORS, actor.id, actor.aliases) for actor in atlas.actors.values()]
    named += [(file, f.id, f.properties.aliases) for file, f in atlas.each_feature()]
    for file, id_, aliases in named:
        for alias in aliases:
            if not any(article.have(alias) for article in articles):
                what = f"the alias “{alias}” is in no article"
                yield Problem(file, id_, what, "write it as printed, or leave it out")
            elif not is_name(alias):
                what = f"the alias “{alias}” is no name: it would stand for anything"
                yield Problem(file, id_, what, "take in the word that tells what is meant")


def silences(atlas: Atlas) -> Iterator[Problem]:
    """Yield silences whose absent words do occur in the text they name, or else in an article."""
    texts = {id_: readings(source_text.text) for id_, source_text in atlas.source_texts.items()}
    articles = tuple(_articles(atlas))

    @cache
    def is_broken(term: str, source: str | None) -> bool:
        sources = (source,) if source else articles
        terms = readings(term)
        return any(
            term in text
            for id_ in sources  # that a source is unknown is a problem of `references`
            for text in texts.get(id_, ())
            for term in terms
        )

    for file, feature, silence in each_silence(atlas):
        if silence.source in atlas.sources and silence.source not in texts and silence.absent:
            what = f'silence "{silence.about}": the text of "{silence.source}" is not in seeds/'
            yield Problem(file, feature, what, "leave `absent` out: nobody can look there")
            continue
        for term in silence.absent:
            if is_broken(term, silence.source):
                what = f'silence "{silence.about}": “{term}” does occur in the text'
                yield Problem(file, feature, what, "leave the word out, or give up the silence")
