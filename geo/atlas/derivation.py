"""Facts derived from features: the places where they are shown, and the grounds of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from itertools import chain

from geo.atlas.model import Claim, Feature


def places_of(features: Iterable[Feature]) -> dict[str, tuple[Feature, ...]]:
    """Return, by each feature's id, the placed features at which it is shown.

    A feature with a geometry is shown at itself, a whole at its parts, and a feature that is
    within another one where that is shown. Any other feature has no place.
    """
    known = {feature.id: feature for feature in features}
    parts = parts_of(known.values())

    def own(feature: Feature) -> tuple[Feature, ...]:
        shown = (feature,) if feature.geometry is not None else parts.get(feature.id, ())
        return tuple(place for place in shown if place.geometry is not None)

    def holders(feature: Feature) -> tuple[Feature, ...]:
        holder = known.get(feature.properties.within or "")
        return own(holder) if holder else ()

    return {id_: own(feature) or holders(feature) for id_, feature in known.items()}


def premises_first(links: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield ids, each after those that it links to; those in a circle, or that lead to one, never.

    Ids that have no links of their own are yielded as well.
    """
    sorter = TopologicalSorter(links)
    with suppress(CycleError):  # it still yields the ids that no circle blocks
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from ready
        sorter.done(*ready)


def inferences_of(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Return, by each inferred claim's id, the excerpts of all claims that it rests on.

    A claim whose premises lead back to itself is left out.
    """
    known = {claim.id: claim for claim in claims}
    links = {claim.id: claim.premises for claim in known.values() if claim.premises}
    resolved: dict[str, tuple[str, ...]] = {}
    for claim in (known[id_] for id_ in premises_first(links) if id_ in known):
        premises = (resolved.get(premise, ()) for premise in claim.premises)
        resolved[claim.id] = claim.excerpts or tuple(dict.fromkeys(chain.from_iterable(premises)))
    return {id_: excerpts for id_, excerpts in resolved.items() if known[id_].premises}


def parts_of(features: Iterable[Feature]) -> dict[str, tuple[Feature, ...]]:
    """Return the parts of each whole, by the whole's id."""
    return _grouped((whole, f) for f in features for whole in f.properties.part_of)


def members_of(features: Iterable[Feature]) -> dict[str, tuple[Feature, ...]]:
    """Return the features that are said to be within each one, by that one's id."""
    return _grouped((f.properties.within, f) for f in features if f.properties.within)


def _grouped(pairs: Iterable[tuple[str, Feature]]) -> dict[str, tuple[Feature, ...]]:
    """Return the features of each key, in their order."""
    groups: dict[str, list[Feature]] = {}
    for key, feature in pairs:
        groups.setdefault(key, []).append(feature)
    return {key: tuple(features) for key, features in groups.items()}
