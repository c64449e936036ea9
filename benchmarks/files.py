"""The pages that are files: ours, and the peers' with the same layers and switches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import folium
import geopandas
import pydeck
from shapely.geometry import shape

from benchmarks.layers import Drawing, Layer
from benchmarks.look import BASEMAP, HOME_VIEW, bare_map, group_of
from geo.atlas.atlas import Atlas
from geo.page import build_page

_SWITCHES = Path(__file__).parent / "assets" / "switches.js"


def write_ours(atlas: Atlas, file: Path) -> str:
    return _write(build_page(atlas), file)


def write_folium(drawing: Drawing, file: Path) -> str:
    """Write plain folium: one GeoJson in one FeatureGroup a layer, and a LayerControl."""
    chart = bare_map(drawing)
    for layer in drawing.layers:
        group_of(layer).add_to(chart)
    return _write_chart(chart, file)


def write_markers(drawing: Drawing, file: Path) -> str:
    """Write folium with one pin for each feature, wherever it lies: the way of most tutorials."""
    chart = bare_map(drawing)
    for layer in drawing.layers:
        group = folium.FeatureGroup(layer.id, show=layer.visible).add_to(chart)
        for feature in layer.features:
            at = shape(feature["geometry"]).representative_point()
            folium.Marker((at.y, at.x), tooltip=feature["properties"]["name"]).add_to(group)
    return _write_chart(chart, file)


def write_explore(drawing: Drawing, file: Path, canvas: bool = False) -> str:
    """Write `GeoDataFrame.explore()`, called once a layer on one map; as SVG unless asked."""
    chart = bare_map(drawing, canvas)
    for layer in drawing.layers:
        gdf = geopandas.GeoDataFrame.from_features(layer.features, crs=4326)
        gdf.explore(m=chart, color=layer.colour, name=layer.id, show=layer.visible)
    return _write_chart(chart, file)


def write_deck(drawing: Drawing, file: Path) -> str:
    """Write pydeck with its own bundle inlined. It has no switches: the plainest are added."""
    below = [_deck_ground(name, shapes) for name, shapes in drawing.basemap.items()]
    drawn = [*below, *(_deck_layer(layer) for layer in drawing.layers)]
    lat, lon = HOME_VIEW["location"]
    view = pydeck.ViewState(latitude=lat, longitude=lon, zoom=HOME_VIEW["zoom_start"] - 1)
    deck = pydeck.Deck(drawn, initial_view_state=view, map_provider=None, map_style=None)
    page = deck.to_html(as_string=True, offline=True)
    switches = json.dumps([[layer.id, layer.visible] for layer in drawing.layers])
    script = f"<script>const switches = {switches};\n{_SWITCHES.read_text('utf-8')}</script>"
    return _write(f"{page}{script}", file)


def _deck_ground(name: str, shapes: dict[str, Any]) -> pydeck.Layer:
    look = BASEMAP[name]
    return pydeck.Layer(
        "GeoJsonLayer",
        data=shapes,
        id=f"basemap-{name}",
        filled="fillColor" in look,
        get_fill_color=_rgb(look.get("fillColor", "#ffffff")),
        get_line_color=_rgb(look["color"]),
        line_width_min_pixels=1,
    )


def _deck_layer(layer: Layer) -> pydeck.Layer:
    colour = _rgb(layer.colour)
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


def _rgb(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _write_chart(chart: folium.Map, file: Path) -> str:
    """Write the map with switches; it and they have names that can be looked for."""
    control = folium.LayerControl(collapsed=False).add_to(chart)
    chart._id = control._id = "bench"
    return _write(chart.get_root().render(), file)


def _write(page: str, file: Path) -> str:
    """Return the file's address."""
    file.write_text(page, encoding="utf-8")
    return file.as_uri()
