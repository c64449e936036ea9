"""The metadata of every file: its titles, date, seals and view."""

from __future__ import annotations

from functools import partial
from typing import TypedDict

from geo.atlas.atlas import Atlas
from geo.atlas.view import link_of
from geo.export_options import ExportOptions
from geo.text.bidi import without_isolates
from geo.text.catalogue import words


class About(TypedDict):
    """In the options' language where a text has one; `made` and `marking` are "" when not given.

    `atlas_sha256` is over every file the atlas was read from, `article_sha256` over the
    article's bytes; `view` is what was asked for, in words.
    """

    title: str
    subtitle: str
    as_of: str
    disclaimer: str
    marking: str
    made: str
    address: str
    view: str
    language: str
    atlas_sha256: str
    article_sha256: str


def about(atlas: Atlas, options: ExportOptions) -> About:
    """Return what a file made with these options says of itself."""
    manifest, language = atlas.manifest, options.view.language
    return {
        "title": options.title or manifest.title[language],
        "subtitle": options.subtitle or manifest.subtitle[language],
        "as_of": manifest.as_of[language],
        "disclaimer": manifest.disclaimer[language],
        "marking": options.marking,
        "made": options.made.isoformat() if options.made else "",
        "address": f"{options.address}?{link_of(options.view, atlas)}" if options.address else "",
        "view": view_in_words(options),
        "language": language,
        "atlas_sha256": atlas.digest,
        "article_sha256": atlas.source_texts[atlas.article.id].sha256,
    }


def view_in_words(options: ExportOptions) -> str:
    """Describe the options' view, the same view always in the same words."""
    view = options.view
    say = partial(words, view.language)
    layers = ", ".join(sorted(view.layers)) if view.layers else say("viewNone")
    bases = say("comma").join(say(basis) for basis in sorted(view.bases)) or say("viewNone")
    extent = ", ".join(f"{degrees:g}" for degrees in view.extent) if view.extent else say("viewAll")
    parts = (
        say("viewLayers", say("viewAsOpened") if view.layers is None else layers),
        say("viewBases", bases),
        say("viewExtent", extent),
    )
    return without_isolates(say("semicolon").join(parts))
