"""Leaflet's private members: one module uses and lists them, and the pinned Leaflet has them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from geo.page.bundle import asset, leaflet
from tests.conftest import node

ASSETS = Path(__file__).parents[2] / "geo" / "page" / "assets"
MODULE = "map/leaflet_internals.js"
COMMENT, _, CODE = asset(MODULE).partition("*/")
LISTED = {
    name: re.findall(r"`(_\w+)`", members)
    for name, members in re.findall(r"^ \* - (L\.[\w.]+): (.+)$", COMMENT, re.MULTILINE)
}
PRIVATE = re.compile(r"(?<![\w$\"'`/-])_[a-zA-Z]\w*")


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """Return the version of the page's Leaflet, and which of the listed members it has."""
    script = Path(__file__).parents[1] / "js" / "leaflet_members.js"
    # A member that no Leaflet has shows that the script can say no.
    members = {name: [*names, "_neverThere"] for name, names in LISTED.items()}
    asked = json.dumps({"source": leaflet("leaflet.js"), "members": members})
    run = subprocess.run(  # noqa: S603  our own
        [node(), str(script)], input=asked, capture_output=True, encoding="utf-8", check=True
    )
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_the_page_holds_the_leaflet_that_is_named(found: dict[str, Any]) -> None:
    assert found["version"] == "1.9.4"


@pytest.mark.parametrize("name", LISTED)
def test_leaflet_has_each_private_member_that_is_used(found: dict[str, Any], name: str) -> None:
    assert found["members"][name] == LISTED[name]


def test_the_list_is_that_of_the_code() -> None:
    listed = {member for members in LISTED.values() for member in members}
    assert set(PRIVATE.findall(CODE)) == listed


@pytest.mark.parametrize(
    "path", sorted(ASSETS.rglob("*.js")), ids=lambda path: str(path.relative_to(ASSETS))
)
def test_no_other_module_uses_one(path: Path) -> None:
    if path != ASSETS / MODULE:
        assert re.findall(r"\._[a-zA-Z]\w*", path.read_text("utf-8")) == []
