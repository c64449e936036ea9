"""The pages that are files: ours, and the peers' with the same layers and switches."""

from __future__ import annotations

import json
from pathlib import Path

import folium
import geopandas
import pydeck

from benchmarks.layers import Layer
from benchmarks.look import HOME_VIEW, group_of
from geo.atlas import Atlas
from geo.page import build_page

_SWITCHES = Path(__file__).parent / "assets" / "switches.js"


def write_ours(atlas: Atlas, file: Path) -> str:
    return _write(build_page(atlas), file)


def write_folium(layers: tuple[Layer, ...], file: Path) -> str:
    """Write plain folium: one GeoJson in one FeatureGroup a layer, and a LayerControl."""
    chart = folium.Map(tiles=None, **HOME_VIEW)
    for layer in layers:
        group_of(layer).add_to(chart)
    folium.LayerControl(collapsed=False).add_to(chart)
    return _write(chart.get_root().render(), file)


def write_explore(layers: tuple[Layer, ...], file: Path) -> str:
    """Write `GeoDataFrame.explore()`, called once a layer on one map."""
    chart = folium.Map(tiles=None, **HOME_VIEW)
    for layer in layers:
        gdf = geopandas.GeoDataFrame.from_features(layer.features, crs=4326)
        gdf.explore(m=chart, color=layer.colour, name=layer.id, show=layer.visible)
    folium.LayerControl(collapsed=False).add_to(chart)
    return _write(chart.get_root().render(), file)


def write_deck(layers: tuple[Layer, ...], file: Path) -> str:
    """Write pydeck with its own bundle inlined. It has no switches: the plainest are added."""
    drawn = [_deck_layer(layer) for layer in layers]
    lat, lon = HOME_VIEW["location"]
    view = pydeck.ViewState(latitude=lat, longitude=lon, zoom=HOME_VIEW["zoom_start"] - 1)
    deck = pydeck.Deck(drawn, initial_view_state=view, map_provider=None, map_style=None)
    page = deck.to_html(as_string=True, offline=True)
    switches = json.dumps([[layer.id, layer.visible] for layer in layers])
    script = f"<script>const switches = {switches};\n{_SWITCHES.read_text('utf-8')}</script>"
    return _write(f"{page}{script}", file)


def _deck_layer(layer: Layer) -> pydeck.Layer:
    colour = [int(layer.colour[at : at + 2], 16) for at in (1, 3, 5)]
    return pydeck.Layer(
        "GeoJsonLayer",
        data=layer.collection,
        id=layer.id,
        visible=layer.visible,
        pickable=True,
        get_fill_color=[*colour, 80],
        get_line_color=colour,
        line_width_min_pixels=2,
        point_radius_min_pixels=6,
    )


def _write(page: str, file: Path) -> str:
    """Return the file's address."""
    file.write_text(page, encoding="utf-8")
    return file.as_uri()
