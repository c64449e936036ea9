"""Any damage to an atlas ends as problems that can be read."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.anchoring import anchor, is_anchored, seal
from geo.atlas.errors import AtlasError, Problem
from geo.atlas.json_file import JsonFileError, parse_json
from geo.atlas.reading import load_atlas
from geo.checks import open_atlas
from geo.formats import ExportOptions, render
from geo.page import build_page
from tests.conftest import WHOLE, Build, Files, broken, examples, names

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
# What the contract lets through: no control characters, no noncharacters, not empty.
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
)


def write(folder: Path, files: Files) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    return folder


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value, the inner ones after those that hold them."""
    if path:
        yield path
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield from leaves(node[key], (*path, key))


def problems_of(folder: Path) -> tuple[Problem, ...]:
    try:
        open_atlas(folder)
    except AtlasError as error:
        return error.problems
    return ()


# The tiny atlas with all that one may hold besides.
SAID = {"sentence": {"en": "So."}, "claims": ["c-west"]}
DISPUTE = {"sentence": {"en": "No."}, "claims": ["c-depth"]}
FULL = broken(
    *WHOLE,
    ("data/atlas.json", "headline", {**SAID, "hedge": {"en": "Reports."}, "dispute": DISPUTE}),
    ("data/atlas.json", "findings", [SAID]),
    (
        "data/atlas.json",
        "parts",
        [{"id": "guard", "names": names("Guard"), "shape": "circle", "hue": "#1f4e8c"}],
    ),
    ("data/waypoints.geojson", "features.2.properties.part", {"id": "guard", "claim": "c-watch"}),
    ("data/sources.json", "1.rests_on", [{"source": "pilot-book", "how": "quotes"}]),
    ("data/excerpts.json", "0.attributed_to", "Reports"),
)
PLACES = [(file, *path) for file, content in FULL.items() for path in leaves(content)]
# An id that is used elsewhere, put where another one should stand, makes loops.
IDS = st.sampled_from(["c-west", "c-east", "c-depth", "crossing", "ferry-west", "brunn", "almanac"])


@given(st.binary())
def test_any_bytes_are_json_or_refused(data: bytes) -> None:
    with suppress(JsonFileError):
        parse_json(data)


@given(TEXT, st.data())
def test_what_is_sealed_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selectors = seal(text, text[start:end], start)
    assert anchor(text, selectors) is None
    assert is_anchored(text, selectors)
    assert text[selectors[1].start : selectors[1].end] == selectors[0].exact == text[start:end]


def test_what_is_damaged_was_sound(build: Build) -> None:
    assert problems_of(write(build(), FULL)) == ()


@examples(3)
@given(
    st.lists(
        st.tuples(st.sampled_from(PLACES), JSON | IDS | st.lists(IDS, max_size=2)),
        min_size=1,
        max_size=3,
    )
)
def test_any_damage_is_an_atlas_or_its_problems(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[tuple[Any, ...], Any]]
) -> None:
    files: Files = copy.deepcopy(FULL)
    for (*holders, last), value in damage:
        node: Any = files
        try:
            for key in holders:
                node = node[key]
            node[last] = value
        except (KeyError, IndexError, TypeError):
            continue  # an earlier damage took the place away
    folder = write(tmp_path_factory.mktemp("damaged"), files)
    found = problems_of(folder)
    assert all(all((problem.file, problem.what, problem.fix)) for problem in found)
    if not found:  # what passes can be drawn
        atlas = load_atlas(folder)
        assert build_page(atlas)
        assert render(atlas, "svg", ExportOptions())


@pytest.mark.parametrize("route", ["ferry", None])
@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("LineString", [[13, 2], [1e308, -1e300]]),
        ("LineString", [[1e308, -1e300], [13, 2]]),
        ("MultiLineString", [[[13, 2], [1e308, -1e300]]]),
    ],
)
def test_a_segment_whose_positions_would_not_do_is_a_problem(
    build: Build, kind: str, coordinates: Any, number: int, route: str | None
) -> None:
    at = f"features.{number}"
    geometry = {"type": kind, "coordinates": coordinates}
    folder = build(
        ("data/corridor.geojson", f"{at}.geometry", geometry),
        ("data/corridor.geojson", f"{at}.properties.kind", "segment"),
        ("data/corridor.geojson", f"{at}.properties.route", route),
    )
    found = problems_of(folder)
    assert any("not on Earth" in one.what for one in found)
