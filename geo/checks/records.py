"""Checks of records that types can't make: their languages, times, reasons and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from geo.atlas.atlas import ACTORS, EXCERPTS, MANIFEST, SOURCES, Atlas
from geo.atlas.errors import Fault, Problem
from geo.atlas.manifest import Group
from geo.atlas.model import Feature, Source
from geo.atlas.times import fault_of
from geo.checks.references import each_finding, each_silence
from geo.text.blank import is_blank


def article(atlas: Atlas) -> Iterator[Problem]:
    """Yield a problem unless exactly one source is an article."""
    articles = [source.id for source in atlas.sources.values() if source.kind == "article"]
    if len(articles) != 1:
        what = f"it has {len(articles)} sources of the kind article"
        yield Problem(SOURCES, "", what, "an atlas is drawn from just one article")


def names(atlas: Atlas) -> Iterator[Problem]:
    """Yield names that are missing in one of the atlas' languages."""
    languages = atlas.manifest.languages
    if "en" not in languages:  # tables and exports name things in English
        fix = 'put "en" among the languages'
        yield Problem(MANIFEST, "", "the languages leave out English", fix)
    for file, record, what, names in _each_names(atlas):
        if missing := [tag for tag in languages if is_blank(names.get(tag, ""))]:
            yield Problem(file, record, f"{what} lacks {', '.join(missing)}", "add the name")


class Localised(NamedTuple):
    """Texts by language tag, with the record that has them, and their name in messages (`what`)."""

    file: str
    id: str
    what: str
    texts: Mapping[str, str]


def _each_names(atlas: Atlas) -> Iterator[Localised]:
    manifest = atlas.manifest
    for what in ("title", "subtitle", "as_of", "disclaimer"):
        yield Localised(MANIFEST, "", what, getattr(manifest, what))
    for layer in manifest.layers:
        if layer.names is not None:
            yield Localised(MANIFEST, layer.id, "names", layer.names)
    for part in manifest.parts:
        yield Localised(MANIFEST, part.id, "names", part.names)
    for actor in atlas.actors.values():
        yield Localised(ACTORS, actor.id, "names", actor.names)
    for file, feature in atlas.each_feature():
        yield Localised(file, feature.id, "names", feature.properties.names)


def texts(atlas: Atlas) -> Iterator[Problem]:
    """Yield sentences that are missing in the article's language, the fallback of the others."""
    article = next((source for source in atlas.sources.values() if source.kind == "article"), None)
    if article is None:  # `article` reports that
        return
    for file, record, what, texts in _each_texts(atlas):
        if texts is None:
            continue
        if is_blank(texts.get(article.language, "")):
            fix = "add it in the article's language, to which the others fall back"
            yield Problem(file, record, f"{what} lacks {article.language}", fix)
        for language, text in texts.items():
            if language != article.language and is_blank(text):
                fix = "write it, or leave the language out"
                yield Problem(file, record, f"{what} is blank in {language}", fix)


def blanks(atlas: Atlas) -> Iterator[Problem]:
    """Yield single texts of sources, actors, features, excerpts and claims that show nothing."""
    for file, record, what, text in _each_text(atlas):
        if text is not None and is_blank(text):
            yield Problem(
                file, record, f"its {what} is blank", "write it, or null where there is none"
            )
    for file, record, what, printed in _each_printed(atlas):
        if is_blank(printed):
            fix = "take in words that can be read, or take it out"
            yield Problem(file, record, f"{what} is blank", fix)


def _each_printed(atlas: Atlas) -> Iterator[tuple[str, str, str, str]]:
    """Yield what an atlas says to be printed in a source: a blank stands in every one."""
    for excerpt in atlas.excerpts.values():
        yield EXCERPTS, excerpt.id, "its quote", excerpt.quote.exact
        if excerpt.attributed_to is not None:
            yield EXCERPTS, excerpt.id, "its attribution", excerpt.attributed_to
    for file, feature, claim in atlas.each_claim():
        for printed in (claim.words, *claim.hedges):
            if printed is not None:
                yield file, feature.id, f'claim "{claim.id}": a word or hedge of it', printed


def _each_text(atlas: Atlas) -> Iterator[tuple[str, str, str, str | None]]:
    for source in atlas.sources.values():
        for what in ("title", "author", "publisher", "url", "licence"):
            yield SOURCES, source.id, what, getattr(source, what)
        for origin in source.rests_on:
            yield SOURCES, source.id, "name of a report", origin.name
    for actor in atlas.actors.values():
        yield ACTORS, actor.id, "kind", actor.kind
    for file, feature in atlas.each_feature():
        yield file, feature.id, "kind", feature.properties.kind


# A file, the id of its record, a name for messages, and the texts by language, if given.
_Texts: TypeAlias = tuple[str, str, str, Mapping[str, str] | None]


def _each_texts(atlas: Atlas) -> Iterator[_Texts]:
    for name, finding in each_finding(atlas):
        yield MANIFEST, "", name, finding.sentence
    if headline := atlas.manifest.headline:
        yield MANIFEST, "", "the headline's hedge", headline.hedge
    for source in atlas.sources.values():
        for what, texts in _texts_of(source):
            yield SOURCES, source.id, what, texts
    for excerpt in atlas.excerpts.values():
        yield EXCERPTS, excerpt.id, "its note", excerpt.note
    for file, feature in atlas.each_feature():
        yield file, feature.id, "the note of its position", feature.properties.position.note
    for file, feature, claim in atlas.each_claim():
        yield file, feature.id, f'claim "{claim.id}": its sentence', claim.sentence
        yield file, feature.id, f'claim "{claim.id}": its note', claim.note
        for relation in claim.relations:
            what = f'claim "{claim.id}": the note of how it stands to "{relation.to}"'
            yield file, feature.id, what, relation.note
    for file, holder, silence in each_silence(atlas):
        yield file, holder, f'silence "{silence.about}"', silence.sentence


def _texts_of(source: Source) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    yield "genre", source.genre
    yield "via", source.via
    yield "read", source.read
    yield "grade_reason", source.grade_reason
    yield "the note of its date", source.dated.note if source.dated else None
    for origin in source.rests_on:
        yield f'the note of "{origin.source or origin.name}"', origin.note


def times(atlas: Atlas) -> Iterator[Problem]:
    """Yield times that are in no calendar, or that end before they begin."""
    for file, id_, time in _each_time(atlas):
        if time and (what := fault_of(time)):
            fix = 'write YYYY, YYYY-MM or YYYY-MM-DD, or two of them, as in "2017-11/2017-12"'
            yield Problem(file, id_, what, fix)


def _each_time(atlas: Atlas) -> Iterator[tuple[str, str, str | None]]:
    for source in atlas.sources.values():
        yield SOURCES, source.id, source.published
        yield SOURCES, source.id, source.dated.at if source.dated else None
    for file, feature, claim in atlas.each_claim():
        yield file, feature.id, claim.at
        yield file, feature.id, claim.said


def features(atlas: Atlas) -> Iterator[Problem]:
    """Yield features without a claim, and those with a geometry that they must not have."""
    for file, feature in atlas.each_feature():
        for what, fix in _contradictions(atlas, feature):
            yield Problem(file, feature.id, what, fix)


def _contradictions(atlas: Atlas, feature: Feature) -> Iterator[Fault]:
    within, parts = feature.properties.within, atlas.parts.get(feature.id)
    if not feature.claims:
        yield "nothing is claimed of it", "add a claim, or remove it"
    if feature.id in (within, *feature.properties.part_of):
        yield "it is said to be within, or a part of, itself", "name another feature"
    if feature.geometry is None:
        return
    if within:
        fix = "where its place is not stated, give it a null geometry; else leave `within` out"
        yield f'it has a geometry, and is said to be within "{within}"', fix
    if parts:
        fix = "a whole has a null geometry: it is shown by its parts"
        yield f'it has a geometry, and "{parts[0].id}" is a part of it', fix


def places(atlas: Atlas) -> Iterator[Problem]:
    """Yield features without a place in a layer of marks, or with one in an "unplaced" layer."""
    groups: dict[str, Group] = {layer.id: layer.group for layer in atlas.manifest.layers}
    for file, feature in atlas.each_feature():
        group = groups.get(feature.properties.layer)
        shown = atlas.places[feature.id]
        if group == "unplaced" and shown:
            where = "a geometry" if shown[0].id == feature.id else f'a place at "{shown[0].id}"'
            what = f"its layer holds what is not placed, but it has {where}"
            yield Problem(file, feature.id, what, "give it another layer, or take its place away")
        if group not in (None, "unplaced") and not shown:
            what = "it is shown nowhere: it has no geometry, and is within nothing that has one"
            fix = 'give it a geometry, say what it is `within`, or use a layer "unplaced"'
            yield Problem(file, feature.id, what, fix)
