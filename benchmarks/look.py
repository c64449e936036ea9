"""How folium draws a layer, the same in each of folium's peers."""

from __future__ import annotations

from typing import Any

import folium

from benchmarks.layers import Drawing, Layer

HOME_VIEW: dict[str, Any] = {"location": (34.3, 43.5), "zoom_start": 5.5, "zoom_snap": 0.5}
BASEMAP: dict[str, dict[str, Any]] = {
    "countries": {"color": "#f5f2ea", "weight": 0.7, "fillColor": "#f5f2ea", "fillOpacity": 1},
    "water": {"color": "#a5c1cd", "weight": 1.3, "fillOpacity": 0},
    "lines": {"color": "#a39b8b", "weight": 1.1},
}


def bare_map(drawing: Drawing, canvas: bool = False) -> folium.Map:
    """Make the map without its layers: the same basemap as ours, which answers to no click."""
    chart = folium.Map(tiles=None, prefer_canvas=canvas, **HOME_VIEW)
    for name, shapes in drawing.basemap.items():
        folium.GeoJson(shapes, interactive=False, control=False, **BASEMAP[name]).add_to(chart)
    return chart


def group_of(layer: Layer) -> folium.FeatureGroup:
    """Make one GeoJson in one group; points are circles, lighter than pin icons."""
    look = {"color": layer.colour, "weight": 2, "fillOpacity": 0.3}
    group = folium.FeatureGroup(layer.id, show=layer.visible)
    folium.GeoJson(
        layer.collection,
        style_function=lambda _: look,
        marker=folium.CircleMarker(radius=6, fill=True),
        tooltip=folium.GeoJsonTooltip(["name"], labels=False),
    ).add_to(group)
    return group
