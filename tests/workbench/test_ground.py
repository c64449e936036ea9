"""The countries below the places: all of them, and few enough points for a page."""

from __future__ import annotations

import json

from geo.workbench.ground import countries


def test_the_worlds_countries_are_drawn() -> None:
    drawn = {one["id"]: one for one in countries()["features"]}
    assert len(drawn) > 200
    assert {"BO", "PE", "IR", "FJ"} <= drawn.keys()
    assert drawn["BO"]["properties"]["names"]["en"] == "Bolivia"
    assert len(json.dumps(countries())) < 1_000_000
