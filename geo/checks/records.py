"""What types can't say of a record: its languages, times, reasons and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.atlas import ACTORS, EXCERPTS, MANIFEST, SOURCES, Atlas
from geo.checks.references import each_finding, each_silence
from geo.errors import Problem
from geo.manifest import Group
from geo.model import Feature
from geo.times import fault_of


def article(atlas: Atlas) -> Iterator[Problem]:
    """Yield that the articles are not just one."""
    articles = [source.id for source in atlas.sources.values() if source.kind == "article"]
    if len(articles) != 1:
        what = f"it has {len(articles)} sources of the kind article"
        yield Problem(SOURCES, "", what, "an atlas is drawn from just one article")


def names(atlas: Atlas) -> Iterator[Problem]:
    """Yield names that a language lacks."""
    languages = atlas.manifest.languages
    if "en" not in languages:  # tables and exports name things in English
        fix = 'put "en" among the languages'
        yield Problem(MANIFEST, "", "the languages leave out English", fix)
    for file, one, what, names in _each_names(atlas):
        if missing := [language for language in languages if not names.get(language, "").strip()]:
            yield Problem(file, one, f"{what} lacks {', '.join(missing)}", "add the name")


def _each_names(atlas: Atlas) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    manifest = atlas.manifest
    for what in ("title", "subtitle", "as_of", "disclaimer"):
        yield MANIFEST, "", what, getattr(manifest, what)
    for layer in manifest.layers:
        if layer.names is not None:
            yield MANIFEST, layer.id, "names", layer.names
    for part in manifest.parts:
        yield MANIFEST, part.id, "names", part.names
    for actor in atlas.actors.values():
        yield ACTORS, actor.id, "names", actor.names
    for file, feature in atlas.each_feature():
        yield file, feature.id, "names", feature.properties.names


def texts(atlas: Atlas) -> Iterator[Problem]:
    """Yield sentences of ours that the article's language lacks: readers of others get that one."""
    articles = [source for source in atlas.sources.values() if source.kind == "article"]
    for language in {source.language for source in articles[:1]}:
        for file, one, what, sentences in _each_texts(atlas):
            if sentences and language not in sentences:
                fix = "add it in the language of the article; other languages fall back to that"
                yield Problem(file, one, f"{what} lacks {language}", fix)


_Texts = tuple[str, str, str, Mapping[str, str] | None]  # file, record, what it is, the sentences


def _each_texts(atlas: Atlas) -> Iterator[_Texts]:
    for name, finding in each_finding(atlas):
        yield MANIFEST, "", name, finding.sentence
    if headline := atlas.manifest.headline:
        yield MANIFEST, "", "the headline's hedge", headline.hedge
        yield MANIFEST, "", "its dispute", headline.dispute.sentence if headline.dispute else None
    for source in atlas.sources.values():
        for what in ("genre", "via", "read", "grade_reason"):
            yield SOURCES, source.id, what, getattr(source, what)
        yield (
            SOURCES,
            source.id,
            "the note of its date",
            source.dated.note if source.dated else None,
        )
    for excerpt in atlas.excerpts.values():
        yield EXCERPTS, excerpt.id, "its note", excerpt.note
    for file, feature, claim in atlas.each_claim():
        yield file, feature.id, f'claim "{claim.id}": its sentence', claim.sentence
        yield file, feature.id, f'claim "{claim.id}": its note', claim.note
    for file, feature in atlas.each_feature():
        yield file, feature.id, "the note of its position", feature.properties.position.note
    for file, one, silence in each_silence(atlas):
        yield file, one, f'silence "{silence.about}"', silence.sentence


def times(atlas: Atlas) -> Iterator[Problem]:
    """Yield times that are in no calendar, or that end before they begin."""
    for file, one, time in _each_time(atlas):
        if time and (what := fault_of(time)):
            fix = 'write YYYY, YYYY-MM or YYYY-MM-DD, or two of them, as in "2017-11/2017-12"'
            yield Problem(file, one, what, fix)


def _each_time(atlas: Atlas) -> Iterator[tuple[str, str, str | None]]:
    for source in atlas.sources.values():
        yield SOURCES, source.id, source.published
        yield SOURCES, source.id, source.dated.at if source.dated else None
    for file, feature, claim in atlas.each_claim():
        yield file, feature.id, claim.at
        yield file, feature.id, claim.said


def features(atlas: Atlas) -> Iterator[Problem]:
    """Yield features without a reason, or out of place."""
    groups: dict[str, Group] = {layer.id: layer.group for layer in atlas.manifest.layers}
    for file, feature in atlas.each_feature():
        where = file, feature.id
        if not feature.claims and not feature.properties.part_of:
            yield Problem(*where, "nothing is claimed of it", "add a claim, or remove it")
        for what, fix in _misplaced(atlas, feature, groups.get(feature.properties.layer)):
            yield Problem(*where, what, fix)


def _misplaced(atlas: Atlas, feature: Feature, group: Group | None) -> Iterator[tuple[str, str]]:
    is_placed, is_shown = feature.geometry is not None, bool(atlas.places[feature.id])
    if is_placed and feature.properties.within:
        what = f'it is placed, and said to be within "{feature.properties.within}"'
        yield what, "a thing whose place is not stated has a null geometry"
    if feature.properties.within == feature.id or feature.id in feature.properties.part_of:
        yield "it is said to be within, or a part of, itself", "name another feature"
    if is_placed and atlas.parts.get(feature.id):
        what = (
            f'"{atlas.parts[feature.id][0].id}" is a part of it, but it has a geometry of its own'
        )
        yield what, "a whole has a null geometry: it is shown by its parts"
    if group == "unplaced" and is_placed:
        what = "its layer holds what is not placed, but it has a geometry"
        yield what, "give it another layer, or a null geometry"
    if group not in (None, "unplaced") and not is_shown:
        what = "it is shown nowhere: it has no geometry, and is within nothing that has one"
        yield what, 'give it a geometry, say what it is `within`, or use a layer "unplaced"'
