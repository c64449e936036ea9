from __future__ import annotations

import re
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.app.export_progress import name_for
from geo.export_options import PAPERS, STYLES
from geo.formats import FORMATS, ExportOptions
from tests.formats.hostile import HOSTILE

TITLES = {"en": "Iran’s land corridor", "ar": "ممرّ إيران"}


@pytest.mark.parametrize(
    ("form", "options", "name"),
    [
        ("pdf", {"style": "one-page"}, "irans-land-corridor-one-page-en-wide.pdf"),
        ("pptx", {"style": "briefing"}, "irans-land-corridor-briefing-en.pptx"),  # no paper
        ("csv", {}, "irans-land-corridor-en.csv"),
        ("png", {"style": "map", "paper": "letter"}, "irans-land-corridor-map-en-letter.png"),
        ("csv", {"view": {"language": "ar"}}, "ممر-إيران-ar.csv"),
        ("csv", {"marking": "TLP:AMBER+STRICT"}, "irans-land-corridor-en-TLP-AMBER-STRICT.csv"),
        ("csv", {"title": "../../etc <b> سري"}, "etc-b-سري-en.csv"),
        ("csv", {"title": "…"}, "irans-land-corridor-en.csv"),
        ("csv", {"title": "CON"}, "con-en.csv"),
    ],
)
def test_a_name_is_of_the_title_and_tells_options_from_others(
    form: str, options: dict[str, object], name: str
) -> None:
    assert name_for(form, ExportOptions.model_validate(options), TITLES) == name


TEXT = st.text(max_size=200) | st.sampled_from(
    [*HOSTILE, "𝔸" * 200, "CON", "nul.txt", "aux ", "a/b\\c:d"]
)


@given(
    st.sampled_from(sorted(FORMATS)),
    TEXT,
    TEXT,
    st.sampled_from(sorted(PAPERS)),
    st.sampled_from(sorted(STYLES)),
)
def test_any_title_makes_a_name_that_every_system_takes(
    form: str, title: str, marking: str, paper: str, style: str
) -> None:
    typed = {"title": title[:200], "marking": marking[:200], "paper": paper, "style": style}
    options = ExportOptions.model_validate(typed)
    name = name_for(form, options, {"en": title})
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*\.[a-z]+", name)
    assert not PureWindowsPath(name).is_reserved()
    assert len(name.encode()) <= 255
    assert name.endswith(f".{form}")
