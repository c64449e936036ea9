from dataclasses import replace

import pytest

from geo.atlas import Atlas
from geo.checks import CHECKS, check, open_atlas, seal_summary
from geo.errors import AtlasError
from tests.conftest import GONE, Build

BREAKS = [
    ("data/actors.json", "0.names.fa", GONE),
    ("data/atlas.json", "layers.0.symbol.colour", "#f0e0d0"),
    ("data/corridor.geojson", "features.0.properties.claims.0.verb", "flies"),
    ("data/corridor.geojson", "features.1.properties.order", 3),
    ("data/corridor.geojson", "features.1.properties.position.source", "pilot-bok"),
    ("data/forces.geojson", "features.0.properties.country", "XA"),
]


def test_nothing_is_wrong_with_the_tiny_atlas(tiny: Atlas) -> None:
    assert check(tiny) == ()


def test_every_check_speaks_at_once_and_in_order(build: Build) -> None:
    with pytest.raises(AtlasError) as caught:
        open_atlas(build(*BREAKS))
    problems = caught.value.problems
    assert list(problems) == sorted(problems)
    assert {(p.file, p.feature) for p in problems} >= {
        ("data/actors.json", "guild"),
        ("data/atlas.json", "ferry"),
        ("data/corridor.geojson", "ferry-west"),
        ("data/corridor.geojson", "ferry-east"),
        ("data/forces.geojson", "brunn"),
    }
    assert len(problems) >= len(BREAKS) == len(CHECKS)


def test_the_door_opens_to_a_sound_atlas(build: Build) -> None:
    assert open_atlas(build()).manifest.id == "ferry"


def test_the_summary_counts_and_names_the_seal(tiny: Atlas) -> None:
    text = seal_summary(tiny)
    sha256 = tiny.seeds["story"].sha256
    assert text.startswith("title\n")
    for words in (f"{sha256[:12]} ({sha256})", "3, all exact", "4, 3 of them placed", tiny.digest):
        assert words in text
    assert "3 stated, 1 inferred, 1 background" in text


def test_an_atlas_of_nothing_is_summed_up_too(tiny: Atlas) -> None:
    nothing = replace(tiny, sources={}, excerpts={}, collections={})
    assert "0 stated, 0 inferred, 0 background" in seal_summary(nothing)
