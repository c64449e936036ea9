from __future__ import annotations

import math

import pytest

from geo.sheet.label_spots import ANYWHERE, AROUND, BESIDE, RINGS, Spot, round_box
from geo.sheet.scene import Box


@pytest.mark.parametrize("spots", [AROUND, RINGS, round_box(Box(0, 0, 40, 20))])
def test_nearer_spots_come_first(spots: tuple[Spot, ...]) -> None:
    far = [math.hypot(spot.dx, spot.dy) for spot in spots]
    half = len(far) // 2
    assert sum(far[:half]) < sum(far[half:])


def test_a_spot_anywhere_is_tried_from_the_mark_outwards() -> None:
    assert ANYWHERE[0] == Spot(0, 0, 0)
    assert len(set(ANYWHERE)) == len(ANYWHERE)


@pytest.mark.parametrize("spots", [BESIDE, round_box(Box(0, 0, 40, 20))])
def test_text_beside_a_mark_leads_away_from_it(spots: tuple[Spot, ...]) -> None:
    assert all(spot.align in (0, -1 if spot.dx > 0 else 1) for spot in spots[:6])
