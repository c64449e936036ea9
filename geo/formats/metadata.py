"""What every file says of itself: what it is, as of when, from which seal, in which view."""

from __future__ import annotations

from typing import TypedDict

from geo.atlas.atlas import Atlas
from geo.atlas.view import link_of
from geo.export_options import ExportOptions


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
        "article_sha256": atlas.seeds[atlas.article.id].sha256,
    }


def view_in_words(options: ExportOptions) -> str:
    """Say what was asked for, always in the same order."""
    view = options.view
    layers = "as the map opens" if view.layers is None else ", ".join(sorted(view.layers)) or "none"
    extent = "all" if view.extent is None else ", ".join(f"{degrees:g}" for degrees in view.extent)
    bases = ", ".join(sorted(view.bases)) or "none"
    return f"layers: {layers}; bases: {bases}; extent (W, S, E, N): {extent}"
