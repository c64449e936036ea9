from __future__ import annotations

import base64
import copy
import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.page import TILES, build_page
from tests.conftest import TINY
from tests.packed_page import readable, texts_of


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text of each script and style; not data."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attrs = self.tags[-1] if self.tags else ("", {})
        if tag in ("script", "style") and attrs.get("type") != "application/json" and data.strip():
            self.texts.append((tag, data))

    def policy(self) -> dict[str, str]:
        contents = (
            attrs["content"]
            for tag, attrs in self.tags
            if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
        )
        directives = (next(contents) or "").split("; ")
        return {name: rest for name, _, rest in (one.partition(" ") for one in directives)}


def test_it_loads_nothing_from_elsewhere(tiny: Atlas) -> None:
    elements = Elements(build_page(tiny))
    loading = [attrs for _, attrs in elements.tags if {"src", "href", "srcset"} & set(attrs)]
    assert loading == []
    assert not any(tag in ("link", "base", "object", "embed") for tag, _ in elements.tags)


def test_no_element_has_inline_code(tiny: Atlas) -> None:
    for _, attrs in Elements(build_page(tiny)).tags:
        assert not any(name.startswith("on") or name == "style" for name in attrs)


def test_the_policy_allows_just_what_stands_in_the_page(tiny: Atlas) -> None:
    elements = Elements(build_page(tiny))
    policy = elements.policy()
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "data:"
    assert "unsafe" not in str(policy)
    for tag, text in elements.texts:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[f"{tag}-src"]


@pytest.mark.parametrize("tiles", TILES, ids=lambda tiles: tiles.host)
def test_online_tiles_open_the_policy_to_their_one_host(tiny: Atlas, tiles: Any) -> None:
    page = build_page(tiny, tiles)
    assert Elements(page).policy()["img-src"] == f"data: https://{tiles.host}"
    assert tiles.url in page


def test_the_same_atlas_gives_the_same_bytes(tiny: Atlas) -> None:
    assert build_page(tiny) == build_page(tiny)


def test_no_text_of_an_atlas_is_run_as_a_template(tmp_path: Path) -> None:
    """A canary in every free text; branca would evaluate it, and leave 7777 behind."""
    canary = "{{ 77 * 101 }}{% raw %}${1}</script>"
    files = {name: _with_canary(content, canary) for name, content in TINY.items()}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    page = build_page(load_atlas(tmp_path))
    assert "7777" not in readable(page)
    data = {
        name: [json.loads(line) for line in text.split("\n")]
        for name, text in texts_of(page).items()
    }
    assert data["marks.names.0"][0]["en"].endswith(canary)
    assert json.dumps(data).count("{{ 77 * 101 }}") > 20


FREE = {"en", "ar", "fa", "sentence", "note", "title", "read", "grade_reason"}


def _with_canary(node: Any, canary: str) -> Any:
    """Return a copy whose free texts end in the canary."""
    if isinstance(node, list):
        return [_with_canary(item, canary) for item in node]
    if not isinstance(node, dict):
        return copy.copy(node)
    return {
        key: f"{value}{canary}"
        if key in FREE and isinstance(value, str)
        else _with_canary(value, canary)
        for key, value in node.items()
    }
