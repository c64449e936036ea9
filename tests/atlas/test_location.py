import re
from pathlib import Path

import pytest

from geo.atlas.location import why_no_atlas
from tests.conftest import Build


def test_a_folder_that_may_be_an_atlas_is_let_through(build: Build) -> None:
    assert why_no_atlas(build(("data/actors.json", "", "{"))) == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("no\x1bne", "there is no folder .*/no.x1bne"),
        ("x" * 5000, "there is no folder"),
        (".", ".* is no atlas: it has no data/atlas"),
    ],
)
def test_one_that_can_not_be_is_named(tmp_path: Path, name: str, why: str) -> None:
    assert re.match(why, why_no_atlas(tmp_path / name))
