"""What types can't say of a record: its languages, dates, reasons and place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geo.atlas import ACTORS, MANIFEST, SOURCES, Atlas
from geo.errors import Problem


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
    for actor in atlas.actors.values():
        yield ACTORS, actor.id, "names", actor.names
    for file, feature in atlas.each_feature():
        yield file, feature.id, "names", feature.properties.names


def dates(atlas: Atlas) -> Iterator[Problem]:
    """Yield dates that are in no calendar."""
    dated = [(SOURCES, s.id, s.published) for s in atlas.sources.values()]
    dated += [(file, f.id, claim.as_of) for file, f, claim in atlas.each_claim()]
    for file, one, day in dated:
        if day is not None and not _is_date(day):
            fix = "write it as YYYY, YYYY-MM or YYYY-MM-DD"
            yield Problem(file, one, f'"{day}" is not in the calendar', fix)


def _is_date(partial: str) -> bool:
    """Take a year or a month for its first day."""
    try:
        date.fromisoformat((partial + "-01-01")[:10])
    except ValueError:
        return False
    return True


def features(atlas: Atlas) -> Iterator[Problem]:
    """Yield features without a reason, or out of place."""
    groups = {layer.id: layer.group for layer in atlas.manifest.layers}
    for file, feature in atlas.each_feature():
        where = file, feature.id
        group = groups.get(feature.properties.layer)
        if not feature.claims:
            yield Problem(*where, "nothing is claimed of it", "add a claim, or remove it")
        if group == "unplaced" and feature.geometry is not None:
            what = "its layer holds what is not placed, but it has a geometry"
            yield Problem(*where, what, "give it another layer, or a null geometry")
        if group not in (None, "unplaced") and feature.geometry is None:
            what = "it has no geometry, but its layer holds what is placed"
            yield Problem(*where, what, 'give it a geometry, or a layer of the group "unplaced"')
