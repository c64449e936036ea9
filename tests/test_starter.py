"""The starter: a whole atlas of another subject, in another language, on another ocean."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geo.atlas.atlas import ACTORS, COLLECTIONS, EXCERPTS, MANIFEST, SOURCES
from geo.atlas.itinerary import UNPLACED
from geo.atlas.model import BASES
from geo.checks import open_atlas
from geo.formats import FORMATS, ExportOptions, render
from geo.page.payload import payload
from geo.starter import STARTER, write_starter

FILES = (MANIFEST, SOURCES, ACTORS, EXCERPTS, *COLLECTIONS)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for part in ("seeds", "data")
        for path in (folder / part).rglob("*.*")
    }


def test_what_is_written_is_a_sound_atlas(tmp_path: Path) -> None:
    write_starter(tmp_path / "mine")
    assert files(tmp_path / "mine") == files(STARTER)
    assert open_atlas(tmp_path / "mine").manifest.languages == ("en", "es")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(FileExistsError, match="already there"):
        write_starter(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_it_is_met_along_its_own_course() -> None:
    stages = open_atlas(STARTER).itinerary
    assert list(stages) == ["course-west", "course-east", UNPLACED]
    west, east = ([one.id for one in stages[stage]] for stage in ("course-west", "course-east"))
    assert west[:3] == ["course", "alder-harbour", "course-west"]  # the whole is met first
    assert "guild-light" in west  # at the rock that it is within
    assert "rook-bay" in east


def test_it_has_an_example_of_all_that_an_atlas_says() -> None:
    atlas = open_atlas(STARTER)
    claims = atlas.claims.values()
    assert {claim.basis for claim in claims} == set(BASES)
    assert any(claim.premises for claim in claims)
    assert any(claim.hedges for claim in claims)
    assert any(claim.contradicts for claim in claims)
    assert atlas.parts
    assert atlas.members
    assert any(feature.properties.part for feature in atlas.features.values())
    assert any(feature.properties.silences for feature in atlas.features.values())
    assert any(one.attributed_to for one in atlas.excerpts.values())
    assert any(one.note for one in atlas.excerpts.values())
    assert atlas.manifest.silences
    assert len(atlas.manifest.findings) > 1
    assert atlas.manifest.headline
    assert atlas.manifest.headline.dispute


def texts_in(node: Any) -> Iterator[dict[str, str]]:
    """Yield what is written by language."""
    if isinstance(node, dict) and "en" in node:
        yield node
    elif isinstance(node, dict | list):
        for one in node.values() if isinstance(node, dict) else node:
            yield from texts_in(one)


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_of_it_is_there_in_both_languages(name: str) -> None:
    found = list(texts_in(json.loads((STARTER / name).read_text("utf-8"))))
    assert found
    assert [one for one in found if set(one) != {"en", "es"}] == []


def test_its_page_says_nothing_of_another_atlas() -> None:
    data = str(payload(open_atlas(STARTER)))
    for word in ("Iran", "Tehran", "Damascus", "Syria", "Mediterranean"):
        assert word not in data


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "zip"])  # made of all others
@pytest.mark.parametrize("language", ["en", "es"])
def test_it_can_be_taken_away_in_every_format(form: str, language: str) -> None:
    options = ExportOptions.model_validate({"view": {"language": language}})
    assert render(open_atlas(STARTER), form, options)
