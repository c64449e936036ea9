from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.app.export_presets import Presets
from geo.export_options import PAPERS, STYLES

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        (None, {}),
        ([], {}),
        ("one-page", {}),
        ({"style": "dossier"}, {"style": "dossier"}),
        ({"style": "poster", "paper": "a4"}, {"paper": "a4"}),  # the rest of it is kept
        ({"paper": {"a4": 1}, "marking": 7}, {}),
        ({"marking": "TLP:RED\u202e\n<b>"}, {"marking": "TLP:RED <b>"}),
        ({"title": "x" * 300, "form": None}, {}),
        ({"address": "https://example.org", "notes": []}, {}),  # none of what is kept
    ],
)
def test_of_what_a_browser_kept_only_choices_count(found: object, kept: dict[str, str]) -> None:
    assert Presets.read(found).model_dump(exclude_defaults=True) == kept


@given(
    st.dictionaries(st.sampled_from([*Presets.model_fields, "other"]), JSON) | JSON,
)
def test_whatever_comes_back_is_a_choice(found: Any) -> None:
    presets = Presets.read(found)
    assert presets.style in {*STYLES, "data"}
    assert presets.paper in PAPERS
    assert max(len(presets.title), len(presets.marking)) <= 200
    assert "\n" not in presets.title + presets.marking


@given(st.builds(Presets, title=st.text(max_size=20), marking=st.text(max_size=20)))
def test_presets_come_back_as_they_were(presets: Presets) -> None:
    assert Presets.read(presets.model_dump(exclude_defaults=True)) == presets
