"""No stretch is labelled as silent on what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.atlas import Atlas
from geo.atlas.errors import Problem
from geo.atlas.model import Claim, Feature


def check(atlas: Atlas) -> Iterator[Problem]:
    """Yield silences about `use` or `holder` of features of which the article states just that."""
    for file, feature in atlas.each_feature():
        for silence in feature.properties.silences:
            if against := _against(atlas, feature, silence.about):
                what = f'silence "{silence.about}": {against}'
                yield Problem(file, feature.id, what, "give up the silence: it is said of it")


def _against(atlas: Atlas, feature: Feature, about: str) -> str:
    """Say what speaks against a silence, a stated claim or a force within; "" if nothing does."""
    if about not in ("use", "holder"):
        return ""
    for subject in (feature, *atlas.wholes(feature)):
        for claim in subject.claims:
            if _states(claim, about):
                return f'the claim "{claim.id}" states it of "{subject.id}"'
    if about == "holder" and (forces := _forces(atlas, feature)):
        return f'"{forces[0].id}" is said to be within it'
    return ""


def _states(claim: Claim, about: str) -> bool:
    return claim.basis == "stated" and claim.about == about


def _forces(atlas: Atlas, feature: Feature) -> list[Feature]:
    within = atlas.members.get(feature.id, ())
    return [member for member in within if member.properties.kind == "force"]
