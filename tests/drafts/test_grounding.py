"""A draft of any region has a basemap, and no country that the basemap draws elsewhere."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geo.drafts.building import build
from geo.drafts.draft import Draft, read_draft
from tests.drafts.conftest import PLACE, Do, act, feature, propose


def countries(draft: Draft) -> set[str]:
    files, _ = build(draft.folder, draft.state)
    read = json.loads(files["data/basemap/countries.geojson"])
    return {one["id"] for one in read["features"]}


def test_the_basemap_is_cut_where_the_marks_are(do: Do, draft: Draft) -> None:
    do(feature("pier", location={"kind": "point", "lon": -69.08, "lat": -16.17}))
    found = countries(read_draft(draft.folder))
    assert {"BO", "PE"} <= found
    assert not {"IQ", "FR"} & found


@pytest.mark.parametrize(("code", "kept"), [("BO", True), ("FR", False), ("XX", False)])
def test_a_proposed_place_keeps_a_country_that_it_lies_in(
    do: Do, draft: Draft, code: str, kept: bool
) -> None:
    candidate: dict[str, Any] = {"lon": -65.26, "lat": -19.03, "kind": "town", "country": code}
    candidate |= {"names": {"en": "Aldport"}, "source": "geonames"}
    do(propose({**PLACE, "candidates": [candidate]}))
    do(act("accept", proposal="p2-1", id="aldport", candidate=1))
    now = read_draft(draft.folder)
    files, _ = build(now.folder, now.state)
    (placed,) = json.loads(files["data/waypoints.geojson"])["features"]
    assert placed["properties"].get("country") == (code if kept else None)
