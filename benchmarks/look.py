"""How folium draws a layer, the same in each of folium's peers."""

from __future__ import annotations

from typing import Any

import folium

from benchmarks.layers import Layer

HOME_VIEW: dict[str, Any] = {"location": (34.3, 43.5), "zoom_start": 5.5, "zoom_snap": 0.5}


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
