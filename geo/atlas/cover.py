"""The cover of an atlas: as much of it as those need who only hand it on."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.atlas.forms import Names
from geo.atlas.model import Value
from geo.atlas.summary import seal_summary


class Cover(Value):
    """The id, digest, languages and titles of a checked atlas, and its seal in a few lines."""

    id: str
    digest: str
    languages: tuple[str, ...]
    title: Names
    subtitle: Names
    seal: str


def cover_of(atlas: Atlas) -> Cover:
    """Return the cover of a checked atlas."""
    manifest = atlas.manifest
    return Cover(
        id=manifest.id,
        digest=atlas.digest,
        languages=manifest.languages,
        title=manifest.title,
        subtitle=manifest.subtitle,
        seal=seal_summary(atlas),
    )
