"""What holds for every format that the registry lists."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.formats import FORMATS, ExportOptions, render
from tests.conftest import Build
from tests.formats.hostile import HOSTILE

ALONE = [form for form in FORMATS if form != "zip"]  # which is made of all the others
CHOICES = [
    ExportOptions(),
    ExportOptions(
        view=View(language="fa", layers=frozenset({"ferry", "guards"})),
        paper="letter",
        title="A title",
        marking="TLP:AMBER",
        made=date(2017, 12, 24),
    ),
]


@pytest.mark.parametrize("form", ALONE)
@pytest.mark.parametrize("options", CHOICES)
def test_the_same_atlas_and_options_give_the_same_bytes(
    tiny: Atlas, form: str, options: ExportOptions
) -> None:
    assert render(tiny, form, options) == render(tiny, form, options)


@pytest.mark.parametrize("form", ALONE)
def test_nothing_to_show_is_a_file_too(tiny: Atlas, form: str) -> None:
    view = View(layers=frozenset(), bases=frozenset({"background"}), extent=(0, 0, 1, 1))
    assert render(tiny, form, ExportOptions(view=view))


# Where an atlas holds free text, each kind of place with another of the hostile texts.
PLACES = (
    ("data/corridor.geojson", "features.0.properties.names.en"),
    ("data/corridor.geojson", "features.0.properties.claims.0.sentence.en"),
    ("data/corridor.geojson", "features.0.properties.claims.0.words"),
    ("data/corridor.geojson", "features.1.properties.claims.0.note.en"),
    ("data/sources.json", "1.title"),
    ("data/atlas.json", "silences.0.sentence.en"),
    ("data/actors.json", "1.names.en"),
)


@pytest.mark.parametrize("form", ALONE)
@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 3))
def test_no_text_breaks_a_format(build: Build, form: str, turn: int) -> None:
    texts = (*HOSTILE[turn:], *HOSTILE[:turn])
    breaks = ((*place, text) for place, text in zip(PLACES, texts, strict=True))
    assert render(load_atlas(build(*breaks)), form, ExportOptions())


@pytest.mark.slow
def test_listing_the_formats_imports_no_heavy_library() -> None:
    heavy = "{'folium', 'geopandas', 'pandas', 'pyogrio', 'typst', 'PIL'}"
    code = f"import sys, geo.formats; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
