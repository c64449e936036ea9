"""Discs with the numbers of findings: those beside the map, at the marks that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim
from geo.sheet.scene import Circle, Item, Point, Text, TextStyle
from geo.symbology import PALETTE
from geo.text.catalogue import digits

RADIUS = 6.2  # points
_NUMBER = TextStyle(8, PALETTE.paper, bold=True)


def number_of(atlas: Atlas, claims: Iterable[Claim], language: str) -> str:
    """Return the number of the first finding that rests on any of these claims, or ""."""
    ids = {claim.id for claim in claims}
    findings = enumerate(atlas.manifest.findings, 1)
    found = (number for number, finding in findings if ids & set(finding.claims))
    number = next(found, None)
    return digits(str(number), language) if number else ""


def draw_disc(number: str, centre: Point, colour: str = PALETTE.ink) -> Iterator[Item]:
    """Yield a disc with a number in it."""
    yield Circle(centre, RADIUS, colour)
    yield Text((centre[0], centre[1] + 2.9), number, _NUMBER, "middle")
