"""What passes the check can be exported: any whole atlas, in every format."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from geo.atlas.anchoring import seal
from geo.atlas.errors import AtlasError
from geo.checks import open_atlas
from geo.formats import FORMATS, ExportOptions, export
from geo.page import build_page
from geo.text.blank import is_blank
from tests.conftest import Files, claim, examples, feature, names, texts
from tests.strangers import sealed, with_a_blank_excerpt, written
from tests.test_fuzz import FULL, TEXT

STORY, EXCERPTS, WAYPOINTS = "seeds/story.txt", "data/excerpts.json", "data/waypoints.geojson"
Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]
SLOW = ("pdf", "pptx", "gpkg", "png", "zip")
QUICK = [form for form in FORMATS if form not in SLOW]
# Texts of all kinds that show something, and those that mean something to some format.
ODD = ["0", "=1+1", "#let x", "a\u00adb", "a\u2028b", "\u202ea", "\U000e0001a", "ﷺ", " a", "a\n\nb"]
ANY = (TEXT | st.sampled_from(ODD)).filter(lambda text: not is_blank(text))
DEGREES = st.floats(-84, 84)
POINTS = st.builds(
    lambda x, y: {"type": "Point", "coordinates": [x, y]}, st.floats(-180, 180), DEGREES
)


@st.composite
def atlases(draw: Draw) -> Files:
    """Return the tiny atlas with any texts, quotes, times and places in it."""
    files = copy.deepcopy(FULL)
    for text in _texts(files):
        if draw(st.integers(0, 3)) == 0:
            for language in text:
                text[language] = draw(ANY)
    files[STORY] += draw(st.lists(ANY, max_size=3).map("\n\n".join))
    _requote(draw, files)
    for number, place in enumerate(draw(st.lists(POINTS, max_size=3))):
        known = claim(f"c-any-{number}", "background", source="almanac", sentence=texts(draw(ANY)))
        files[WAYPOINTS]["features"].append(
            feature(f"any-{number}", "ferry", place, known, names=names(draw(ANY)))
        )
    return sealed(files)


def _texts(node: Any) -> list[dict[str, str]]:
    """Return all texts by language in an atlas."""
    if isinstance(node, dict):
        own = [node] if "en" in node else []
        return own + [text for inner in node.values() for text in _texts(inner)]
    return [text for inner in node for text in _texts(inner)] if isinstance(node, list) else []


def _requote(draw: Draw, files: Files) -> None:
    """Seal quotes of any stretch of the article, which claims then rest on, too."""
    story = files[STORY]
    claims = [one for f in files[WAYPOINTS]["features"] for one in f["properties"]["claims"]]
    words = [word.span() for word in re.finditer(r"\S+", story)]
    for number in range(draw(st.integers(0, 3))):
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, len(words) - 1))
        start, exact = words[first][0], story[words[first][0] : words[last][1]]
        selector = [part.model_dump() for part in seal(story, exact, start)]
        excerpt = {"id": f"any-{number}", "target": {"source": "story", "selector": selector}}
        files[EXCERPTS].append(excerpt)
        said = draw(st.sampled_from(claims))
        if said["basis"] == "stated":
            said["excerpts"].append(excerpt["id"])


def exported(folder: Path, files: Files, forms: list[str] | tuple[str, ...]) -> bool:
    """Export an atlas in these formats if it passes the check; return whether it did."""
    try:
        atlas = open_atlas(written(folder / "atlas", files))
    except AtlasError:
        return False
    for form in forms:
        for language in ("en", "fa"):
            options = ExportOptions.model_validate({"view": {"language": language}, "dpi": 60})
            path = export(atlas, form, folder / "out", options)
            assert path.stat().st_size > 0
    assert build_page(atlas)
    return True


@examples(0.3)
@given(atlases())
@example(with_a_blank_excerpt())
@example(with_a_blank_excerpt(" "))
def test_what_passes_the_check_can_be_exported(
    tmp_path_factory: pytest.TempPathFactory, files: Files
) -> None:
    assume(exported(tmp_path_factory.mktemp("any"), files, QUICK))


@pytest.mark.slow
@examples(0.07)
@given(atlases())
@example(with_a_blank_excerpt())
def test_what_passes_the_check_can_be_exported_in_the_slow_formats_too(
    tmp_path_factory: pytest.TempPathFactory, files: Files
) -> None:
    assume(exported(tmp_path_factory.mktemp("any"), files, SLOW))


def test_a_quote_of_blanks_is_no_reason_that_can_be_read(tmp_path: Path) -> None:
    """It passed the check, and ended the PDF and the ZIP."""
    with pytest.raises(AtlasError, match="its quote is blank"):
        open_atlas(written(tmp_path, with_a_blank_excerpt()))
