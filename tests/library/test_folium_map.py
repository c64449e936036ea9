"""The folium map: plain enough for plugins, and no text of an atlas is markup in it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import folium
import pytest
from folium import plugins

from geo import open_atlas
from geo.library import Atlas
from tests.conftest import Build
from tests.formats.hostile import HOSTILE

LINK = re.compile(r'(?:src|href)="(\w+):')


@pytest.fixture(scope="module")
def shipped() -> Atlas:
    return open_atlas()


def html_of(drawn: folium.Map) -> str:
    return str(drawn.get_root().render())


def groups_of(drawn: folium.Map) -> list[folium.FeatureGroup]:
    found = drawn._children.values()
    return [one for one in found if isinstance(one, folium.FeatureGroup)]


def geojson_of(drawn: folium.Map) -> list[dict[str, Any]]:
    """Return all features of all groups."""
    parts = [one for group in groups_of(drawn) for one in group._children.values()]
    return [
        one for part in parts if isinstance(part, folium.GeoJson) for one in part.data["features"]
    ]


def test_it_is_a_plain_folium_map(shipped: Atlas) -> None:
    assert type(shipped.explore()) is folium.Map


def test_each_actor_has_a_group_in_the_control(shipped: Atlas) -> None:
    drawn = shipped.explore()
    names = [group.layer_name for group in groups_of(drawn)]
    actors = [layer for layer in shipped.manifest.layers if layer.actor]
    assert {shipped.style_of(layer).names["en"] for layer in actors} <= set(names)
    assert any(isinstance(one, folium.LayerControl) for one in drawn._children.values())


def test_it_contacts_no_server(shipped: Atlas) -> None:
    assert set(LINK.findall(html_of(shipped.explore()))) == {"data"}
    assert "https" in LINK.findall(html_of(shipped.explore(cdn=True)))
    assert folium.Map.default_js[0][1].startswith("https:")  # others' maps keep folium's links


def test_dashes_and_colours_are_the_pages(shipped: Atlas) -> None:
    html = html_of(shipped.explore())
    for layer in shipped.manifest.layers:
        if layer.actor:
            assert shipped.style_of(layer).symbol.colour in html
    assert '"dashArray": "' in html


def test_a_mark_says_its_quotes(shipped: Atlas) -> None:
    marks = geojson_of(shipped.explore())
    texts = {one["id"]: unquote(one["properties"]["text"]) for one in marks}
    for feature in texts:
        for claim in shipped.features[feature].claims:
            for excerpt in shipped.grounds(claim):
                assert shipped.excerpts[excerpt].quote.exact in texts[feature]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("MiniMap", "new L.Control.MiniMap("),
        ("Fullscreen", "L.control.fullscreen("),
        ("Search", "new L.Control.Search("),
    ],
)
def test_plugins_go_on_it(name: str, words: str, shipped: Atlas) -> None:
    drawn = shipped.explore()
    options = {"layer": groups_of(drawn)[0], "search_label": "name"} if name == "Search" else {}
    getattr(plugins, name)(**options).add_to(drawn)
    html = html_of(drawn)
    assert words in html
    assert html.index("data:text/javascript") < html.index(words)  # Leaflet is there first


@pytest.mark.parametrize("text", [*HOSTILE, "{{ 7 * 191 }}", "{% for %}", "{# x #}"])
def test_no_text_is_markup_script_or_template(text: str, build: Build) -> None:
    corridor = "data/corridor.geojson"
    folder = build(
        ("data/actors.json", "0.names.en", text),
        (corridor, "features.0.properties.names.en", text),
        (corridor, "features.0.properties.claims.0.sentence.en", text),
    )
    drawn = open_atlas(folder).explore()
    (mark,) = (one["properties"] for one in geojson_of(drawn) if one["id"] == "ferry-west")
    assert text in unquote(mark["text"])
    for name in (mark["name"], *(group.layer_name for group in groups_of(drawn))):
        assert not set("<>{}") & set(name)
    assert unescape(mark["name"]) == text
    html = html_of(drawn)  # folium renders a second time what it has rendered: a text would run
    assert "1337" not in html
    assert "<script>alert" not in html
