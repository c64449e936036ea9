"""Checks of short forms: they fit their room, and each reader of the long form has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from geo.atlas.atlas import MANIFEST, Atlas
from geo.atlas.errors import Problem
from geo.checks.references import each_finding
from geo.text.blank import is_blank

LONGEST = 110  # characters that have room in the heading of a slide, and of a stop of the tour


class _Short(NamedTuple):
    """The short form of a finding or part, its long one, and their record's id and name."""

    record: str
    name: str
    short: Mapping[str, str]
    long: Mapping[str, str]


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield short forms that are long, or lacking in a language of the atlas that the long has."""
    for record, name, short, long in _each(atlas):
        for tag in atlas.manifest.languages:
            text = short.get(tag, "")
            if is_blank(text) and not is_blank(long.get(tag, "")):
                what = f"the `short` of {name} lacks {tag}"
                yield Problem(MANIFEST, record, what, "add it, or leave `short` out")
            if len(text) > LONGEST:
                what = f"the `short` of {name} has {len(text)} characters in {tag}"
                yield Problem(MANIFEST, record, what, f"say it in {LONGEST}, or leave `short` out")


def _each(atlas: Atlas) -> Iterator[_Short]:
    for name, finding in each_finding(atlas):
        if finding.short is not None:
            yield _Short("", name, finding.short, finding.sentence)
    for part in atlas.manifest.parts:
        if part.short is not None:
            yield _Short(part.id, "the part", part.short, part.names)
