"""The content of a briefing: all of a narrowed atlas, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Finding
from geo.atlas.model import BASES
from geo.export_options import ExportOptions, one_line
from geo.formats.briefing.citations import Citations
from geo.formats.briefing.claim_entries import ClaimEntries
from geo.formats.briefing.dissent import Dispute, disputes
from geo.formats.briefing.document import (
    Briefing,
    ClaimEntry,
    DisputeEntry,
    FindingEntry,
    HeadlineEntry,
    MarkClaims,
    MarkSilences,
)
from geo.formats.briefing.source_entries import SourceEntries
from geo.formats.briefing.stretches import Stretches, silences_of
from geo.formats.briefing.topics import Topics
from geo.formats.localise import Localiser
from geo.formats.metadata import about
from geo.sheet.wording import origin
from geo.text.bidi import is_rtl_text, without_isolates
from geo.text.catalogue import complete, digits, named, words
from geo.text.language import is_rtl

_RUNNING_TITLE = 60  # characters of the title that the head of a page has room for


def make_briefing(atlas: Atlas, options: ExportOptions) -> Briefing:
    """Return all that the pages say, in the language of the options' view."""
    whole = _whole(atlas, options)
    parts = options.parts
    return replace(
        whole,
        findings=whole.findings if "findings" in parts else (),
        topics=whole.topics if "findings" in parts else (),
        stretches=whole.stretches if "excerpts" in parts else (),
        disputes=whole.disputes if "dissent" in parts else (),
        background=whole.background if "background" in parts else (),
        sources=whole.sources if {"background", "dissent"} & parts else (),
    )


def _whole(atlas: Atlas, options: ExportOptions) -> Briefing:
    """Return the briefing with all its parts, also those that the options leave out."""
    language, made, metadata = options.view.language, options.made, about(atlas, options)
    localiser, citations = Localiser(atlas, language), Citations(atlas)
    claims = ClaimEntries(atlas, localiser, citations)
    sources = SourceEntries(atlas, localiser, citations)
    sections = _Sections(atlas, localiser, claims)
    findings = tuple(
        sections.finding(number, finding)
        for number, finding in enumerate(atlas.manifest.findings, 1)
    )
    entire = Briefing(
        about=metadata,
        running_title=_cut(metadata["title"]),
        made=(made.year, made.month, made.day) if made else None,
        words=_words(language),
        digits=tuple(digits("0123456789", language)),
        language=language,
        rtl=is_rtl(language),
        quotes_rtl=is_rtl(atlas.article.language),
        marking_rtl=is_rtl_text(options.marking),
        alt=_alt(atlas, language, metadata["as_of"]),
        headline=sections.headline(),
        origin=tuple(without_isolates(fact) for fact in origin(atlas, atlas.article, language)),
        findings=findings,
        topics=tuple(Topics(atlas, localiser, citations, findings).entries()),
        stretches=tuple(Stretches(atlas, localiser, citations, claims).entries()),
        disputes=tuple(
            DisputeEntry(claims.merged(dispute.disputed), claims.merged(dispute.disputing))
            for dispute in sorted(disputes(atlas), key=sections.is_of_headline, reverse=True)
        ),
        silences=tuple(localiser.localise(silence.sentence) for silence in atlas.manifest.silences),
        mark_silences=tuple(sections.mark_silences()),
        background=tuple(sections.background()),
        article=sources.entry(atlas.article),
        bases=BASES,
        sources=tuple(map(sources.entry, citations.background)),
        gazetteers=tuple(map(sources.entry, citations.gazetteers)),
        credits=tuple(_credits(atlas)),
        quotes_in=_quotes_in(atlas, language, any_quotes=bool(atlas.excerpt_numbers)),
        untranslated="",
    )
    # last, for by now the localiser has met every sentence
    untranslated = named(language, "untranslated", localiser.other_languages)
    return replace(entire, untranslated=without_isolates(untranslated))


def _credits(atlas: Atlas) -> Iterator[str]:
    """Yield who made the ground that maps are drawn on, each once."""
    gazetteers = [source for source in atlas.sources.values() if source.kind == "gazetteer"]
    names = [source.publisher or source.title for source in gazetteers]
    licences = [f" ({source.licence})" if source.licence else "" for source in gazetteers]
    relief = [atlas.relief.credit] if atlas.relief else []
    pairs = zip(names, licences, strict=True)
    yield from dict.fromkeys([*(one_line(f"{a}{b}") for a, b in pairs), *map(one_line, relief)])


def _words(language: str) -> dict[str, str]:
    """Return the words that the pages take by key; none of those goes by a number."""
    phrases = complete(language, "shared", "print")
    return {key: phrase for key, phrase in phrases.items() if isinstance(phrase, str)}


def _cut(title: str) -> str:
    return title if len(title) <= _RUNNING_TITLE else f"{title[:_RUNNING_TITLE]}…"


def _alt(atlas: Atlas, language: str, as_of: str) -> str:
    """Return the text alternative of the map: its title, its layers, and its date."""
    names = (atlas.style_of(layer).names[language] for layer in atlas.manifest.layers)
    title = atlas.manifest.title[language]
    return f"{words(language, 'map')}: {title} – {', '.join(names)}. {as_of}"


def _quotes_in(atlas: Atlas, language: str, *, any_quotes: bool) -> str:
    """Say in which language the quotes stand, if that is not the reader's; "" otherwise."""
    printed = atlas.article.language
    is_other = any_quotes and printed.split("-")[0] != language.split("-")[0]
    return without_isolates(named(language, "quotesIn", [printed] if is_other else []))


@dataclass(frozen=True)
class _Sections:
    """The sections of a briefing that need no more than its claims."""

    atlas: Atlas
    localiser: Localiser
    claims: ClaimEntries

    def headline(self) -> HeadlineEntry | None:
        """Return the finding that a reader sees first, with its dispute."""
        headline = self.atlas.manifest.headline
        if headline is None:
            return None
        return HeadlineEntry(
            number=0,
            sentence=self.localiser.localise(headline.sentence),
            short=self.localiser.localise(headline.short or headline.sentence),
            claims=tuple(self._claims(headline.claims)),
            hedge=self.localiser.localise(headline.hedge),
            dispute=self.finding(0, headline.dispute) if headline.dispute else None,
        )

    def is_of_headline(self, dispute: Dispute) -> bool:
        """Say whether a dispute is about what a reader sees first."""
        headline = self.atlas.manifest.headline
        claims = headline.claims if headline else ()
        return any(claim.id in claims for claim in dispute.disputed)

    def finding(self, number: int, finding: Finding) -> FindingEntry:
        sentence = self.localiser.localise(finding.sentence)
        short = self.localiser.localise(finding.short or finding.sentence)
        return FindingEntry(number, sentence, short, tuple(self._claims(finding.claims)))

    def _claims(self, ids: Iterable[str]) -> Iterator[ClaimEntry]:
        known = self.atlas.claims
        return (self.claims.entry(known[claim]) for claim in ids if claim in known)

    def mark_silences(self) -> Iterator[MarkSilences]:
        """Yield the marks of which something is not said, in the order of the itinerary."""
        for features in self.atlas.itinerary.values():
            for feature in features:
                if feature.properties.silences:
                    sentences = silences_of([feature], self.localiser)
                    yield MarkSilences(self.claims.name(feature), sentences)

    def background(self) -> Iterator[MarkClaims]:
        """Yield the marks that have background claims, in the order of the itinerary."""
        for features in self.atlas.itinerary.values():
            for feature in features:
                claims = [claim for claim in feature.claims if claim.basis == "background"]
                if claims:
                    yield MarkClaims(self.claims.name(feature), self.claims.merged(claims))
