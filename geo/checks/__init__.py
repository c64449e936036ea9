"""The checks that an atlas must pass before anything is drawn: one module a concern, in CHECKS."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from geo.atlas.atlas import ACTORS, COLLECTIONS, EXCERPTS, HOME, MANIFEST, SOURCES, Atlas
from geo.atlas.errors import REST, AtlasError, Problem
from geo.atlas.making import MAKING
from geo.atlas.reading import read_atlas
from geo.checks import (
    actor_layers,
    axes,
    contradictions,
    evidence,
    geometry,
    making,
    positions,
    reasons,
    records,
    references,
    routes,
    shorts,
    sources,
    symbols,
    wholes,
    words,
)

__all__ = ["CHECKS", "Check", "check", "open_atlas"]

COUNTRIES = "data/basemap/countries.geojson"


class Check(NamedTuple):
    """A check, and the files that it `needs` whole.

    While a record of one of these could not be read, it would report problems that are none.
    """

    name: str
    run: Callable[[Atlas], Iterable[Problem]]
    needs: tuple[str, ...] = ()


CHECKS = (
    Check("seals", evidence.seals),
    Check("bodies", evidence.bodies),
    Check("quotes", evidence.quotes),
    Check("aliases", evidence.aliases, (SOURCES,)),
    Check("words", words.stated),
    Check("words of inferred claims", words.inferred, (EXCERPTS, *COLLECTIONS)),
    Check("silences", evidence.silences, (SOURCES,)),
    Check("silences that are broken elsewhere", contradictions.check),
    Check("ids of layers", partial(references.unresolved, "layer"), (MANIFEST,)),
    Check("ids of actors", partial(references.unresolved, "actor"), (ACTORS,)),
    Check("ids of sources", partial(references.unresolved, "source"), (SOURCES,)),
    Check("ids of excerpts", partial(references.unresolved, "excerpt"), (EXCERPTS,)),
    Check("ids of claims", partial(references.unresolved, "claim"), COLLECTIONS),
    Check("ids of features", partial(references.unresolved, "feature"), COLLECTIONS),
    Check("ids of parts", partial(references.unresolved, "part"), (MANIFEST,)),
    Check("bases", reasons.bases, (SOURCES, EXCERPTS)),
    Check("findings", reasons.findings, COLLECTIONS),
    Check("parts taken", reasons.parts, COLLECTIONS),
    Check(
        "what is used by nothing",
        references.orphans,
        (*references.FILE_OF_KIND.values(), *COLLECTIONS),
    ),
    Check("number of articles", records.article, (SOURCES,)),
    Check("dates of sources", sources.dates),
    Check("origins of sources", sources.circles),
    Check("names by language", records.names, (MANIFEST,)),
    Check("sentences by language", records.texts, (SOURCES,)),
    Check("short forms", shorts.check, (MANIFEST,)),
    Check("blank texts", records.blanks),
    Check("times", records.times),
    Check("features", records.features),
    Check("what is within what", wholes.circles),
    Check("positions", positions.check),
    Check("ids of layers and actors", actor_layers.ids),
    Check("marks of actors", actor_layers.marks),
    Check("places", records.places, COLLECTIONS),
    Check("kinds", wholes.kinds, COLLECTIONS),
    Check("geometry", geometry.check, (COUNTRIES,)),
    Check("axes", axes.check, COLLECTIONS),
    Check("routes", routes.check, COLLECTIONS),
    Check("symbols", symbols.check),
    Check("how it was made", making.check, (MAKING, EXCERPTS, *COLLECTIONS)),
)


def check(atlas: Atlas, incomplete: Collection[str] = ()) -> tuple[Problem, ...]:
    """Return every problem of the atlas at once, sorted; none when all is well.

    `incomplete` are files of which records could not be read. Checks that need one of them are
    skipped, and a last problem under REST names these.
    """
    skipped = [check for check in CHECKS if not set(incomplete).isdisjoint(check.needs)]
    run = [check for check in CHECKS if check not in skipped]
    problems = {problem for check in run for problem in check.run(atlas)}
    return (*sorted(problems), *_rest([check.name for check in skipped], incomplete))


def _rest(skipped: list[str], incomplete: Collection[str]) -> Iterator[Problem]:
    if incomplete:
        what = f"not checked yet: {', '.join([*skipped, 'what rests on the above'])}"
        yield Problem(REST, "", what, "mend what stands above, then check again")


def open_atlas(folder: Path = HOME) -> Atlas:
    """Read and check the atlas in `folder`; everything that draws opens it here.

    Raises AtlasError with all problems: those of form, and those that `check` finds.
    """
    reading = read_atlas(folder)
    if problems := (*reading.problems, *check(reading.atlas, reading.partial)):
        raise AtlasError(problems)
    return reading.atlas
