"""Runs of the corridor: its consecutive stretches of which the same is reported."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature
from geo.sheet.wording import is_disputed, use_of


def runs_of_use(atlas: Atlas, features: Iterable[Feature]) -> list[list[Feature]]:
    """Return the stretches among features in runs, of each of which use is reported, or none."""
    known = {feature.id for feature in features}
    ordered = [stretch for stretch in atlas.corridor if stretch.id in known]
    runs = groupby(ordered, key=lambda stretch: use_of(atlas, stretch) is not None)
    return [list(run) for _, run in runs]


def aims_of(atlas: Atlas, run: Iterable[Feature]) -> list[Claim]:
    """Return the claims about wholes of a run that speak of an aim."""
    wholes = {whole.id: whole for stretch in run for whole in atlas.wholes(stretch)}
    return [claim for whole in wholes.values() for claim in whole.claims if claim.about == "aim"]


def facts_of(atlas: Atlas, stretch: Feature) -> tuple[str, ...]:
    """Return the keys of what is said of a stretch's use, as the screen has them."""
    if use := use_of(atlas, stretch):
        return ("useReported", "useDisputed") if is_disputed(atlas, use) else ("useReported",)
    silent = {silence.about for silence in stretch.properties.silences}
    return ("noUseReported",) if "use" in silent else ()


def is_forceless(atlas: Atlas, country: Feature) -> bool:
    """Say whether no force is said to be in a country that a stretch leads through.

    A force counts also where a view hides it.
    """
    code = country.properties.country
    through = (stretch for stretch in atlas.corridor if code and stretch.properties.country == code)
    silent = any(
        silence.about == "holder" for stretch in through for silence in stretch.properties.silences
    )
    return silent and not any(
        place.id != id_ and place.properties.kind == "country" and place.properties.country == code
        for id_, places in atlas.places.items()
        for place in places
    )
