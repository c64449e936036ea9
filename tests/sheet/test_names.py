"""Names on the shipped sheets: none that the map rests on is lost for want of room."""

from __future__ import annotations

import pytest

from geo.order import PAPERS
from geo.sheet.scene import texts
from tests.sheet.conftest import drawn, shipped

PLACES = ("tehran", "damascus", "iran", "iraq", "syria", "lebanon", "mediterranean")


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_place_on_the_corridor_is_named(paper: str, language: str) -> None:
    said = {
        text.text
        for text in texts(drawn(shipped(), paper=paper, view={"language": language}).children)
    }
    names = {shipped().features[one].properties.names[language] for one in PLACES}
    assert names - said == set()
