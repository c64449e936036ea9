"""The atlas as a folium map that people add to.

folium renders what it has rendered once more as a Jinja template, and writes popups and names into
scripts and markup. So the text of an atlas goes percent-encoded, as GeoJSON, to a function that
makes a text node of it; names that Leaflet takes for markup have braces and brackets escaped.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, NamedTuple
from urllib.parse import quote

import folium
import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import Feature
from geo.formats.description import description_text
from geo.library.refusals import refuse_unknown_language
from geo.page.bundle import leaflet
from geo.sheet.basemap import stroke_of
from geo.sheet.beside import drawn_as
from geo.symbology import BASEMAP, PALETTE, dash_of

_LINE, _WITHIN, _EDGE, _RADIUS = 5, 10, 2, 6  # pixels: what is within a line shows beside it
_STEP = 15  # pixels from one name under a country's to the next
_POPUP = folium.JsCode(
    """(feature, layer) => layer.bindPopup(() => {
      const text = document.createElement("div");
      text.style.cssText = "white-space: pre-wrap; max-height: 20rem; overflow-y: auto";
      text.dir = "auto";
      text.textContent = decodeURIComponent(feature.properties.text);
      return text;
    }, { maxWidth: 420 })"""
)


class _Mark(NamedTuple):
    """A feature and the shape at which the map shows it: its own, or where it is said to be."""

    feature: Feature
    shape: shapely.Geometry


def draw(atlas: Atlas, language: str, *, cdn: bool) -> folium.Map:
    """Return the map (see `geo.library.Atlas.explore`)."""
    refuse_unknown_language(atlas, language)
    drawn = folium.Map(tiles=None, zoom_control=True)
    _embed_leaflet(drawn, cdn=cdn)
    _basemap(atlas).add_to(drawn)
    ranks: dict[str, int] = {}
    for layer in atlas.manifest.layers:
        group = _group(atlas, layer, language, ranks)
        if group._children:  # forces that are placed nowhere have no mark
            group.add_to(drawn)
    folium.LayerControl(collapsed=False).add_to(drawn)
    along = [segment.shape for segment in atlas.corridor]
    if placed := along or [f.shape for f in atlas.features.values() if f.shape is not None]:
        west, south, east, north = shapely.total_bounds(placed).tolist()
        drawn.fit_bounds([[south, west], [north, east]])
    return drawn


def _embed_leaflet(drawn: folium.Map, *, cdn: bool) -> None:
    """Put Leaflet itself in the place of its links, and leave out the links to all else."""
    others = "leaflet", "leaflet_css"
    scripts = [link for link in folium.Map.default_js if link[0] not in others] if cdn else []
    styles = [link for link in folium.Map.default_css if link[0] not in others] if cdn else []
    sea = f".leaflet-container {{ background: {PALETTE.sea} }}"
    drawn.default_js = [("leaflet", _as_url("text/javascript", leaflet("leaflet.js"))), *scripts]
    drawn.default_css = [
        ("leaflet_css", _as_url("text/css", leaflet("leaflet.css") + sea)),
        *styles,
    ]


def _as_url(kind: str, text: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(text.encode()).decode()}"


def _basemap(atlas: Atlas) -> folium.GeoJson:
    """Return the basemap's shapes, in the sheet's looks; none of its texts."""
    shapes: list[dict[str, Any]] = []
    looks: dict[str, dict[str, Any]] = {}
    for style in BASEMAP:
        stroke = stroke_of(style)
        whole = shapely.GeometryCollection(list(atlas.basemap_shapes(style.file, style.kind)))
        number = str(len(shapes))
        shapes.append(_feature(number, whole, {}))
        looks[number] = {
            "color": stroke.colour,
            "weight": stroke.width * 1.3,  # pixels for points
            "dashArray": _dashes(stroke.dash),
            "fill": style.fill is not None,
            "fillColor": style.colours()[1],
            "fillOpacity": 1,
        }
    return folium.GeoJson(
        _collection(shapes),
        name="Basemap",
        control=False,
        style_function=lambda feature: looks[feature["id"]],
        interactive=False,
    )


def _dashes(lengths: Iterable[float]) -> str | None:
    return " ".join(f"{length:g}" for length in lengths) or None


def _group(atlas: Atlas, layer: Layer, language: str, ranks: dict[str, int]) -> folium.FeatureGroup:
    """Return a layer as a group; `ranks` counts the names under each country."""
    name = _as_markup(atlas.style_of(layer).names[language])
    group = folium.FeatureGroup(name, show=layer.visible)
    marks = list(_marks(atlas, layer))
    own = [
        mark
        for mark in marks
        if mark.feature.shape is not None or not isinstance(mark.shape, shapely.Point)
    ]
    if own:
        _shapes(atlas, layer, own, language).add_to(group)
    for mark in marks:
        if mark not in own:
            within = mark.feature.properties.within or ""
            ranks[within] = ranks.get(within, 0) + 1
            _name_under(atlas, layer, mark, language, ranks[within]).add_to(group)
    return group


def _marks(atlas: Atlas, layer: Layer) -> Iterator[_Mark]:
    """Yield what a layer shows; a whole without a shape is shown by its parts alone."""
    for feature in atlas.features.values():
        if feature.properties.layer != layer.id:
            continue
        if feature.shape is not None:
            yield _Mark(feature, feature.shape)
        elif feature.properties.within:
            places = [f.shape for f in atlas.places[feature.id] if f.shape is not None]
            if places:
                yield _Mark(feature, shapely.union_all(places))


def _shapes(atlas: Atlas, layer: Layer, marks: list[_Mark], language: str) -> folium.GeoJson:
    colour = atlas.style_of(layer).symbol.colour
    looks = {mark.feature.id: _look(mark.feature, colour) for mark in marks}
    return folium.GeoJson(
        _collection(_mark(atlas, mark, language) for mark in marks),
        style_function=lambda feature: looks[feature["id"]],
        marker=folium.CircleMarker(radius=_RADIUS),
        on_each_feature=_POPUP,
    )


def _look(feature: Feature, colour: str) -> dict[str, Any]:
    basis = drawn_as(feature)
    is_line = feature.geometry is None or feature.geometry.type.endswith("LineString")
    width = (_WITHIN if feature.shape is None else _LINE) if is_line else _EDGE
    filled = 0.0 if is_line else 0.6 if basis == "stated" else 0.15
    return {
        "color": colour,
        "weight": width,
        "fillColor": colour,
        "fill": not is_line,
        "fillOpacity": filled,
        "dashArray": _dashes(dash_of(basis, width)),
    }


def _name_under(
    atlas: Atlas, layer: Layer, mark: _Mark, language: str, rank: int
) -> folium.GeoJson:
    """Return the name of a force under that of the country it is said to be in: no place in it."""
    colour = atlas.style_of(layer).symbol.colour
    halo = ", ".join([f"0 0 3px {PALETTE.paper}"] * 2)
    html = (
        f'<b style="color: {colour}; white-space: nowrap; text-shadow: {halo}">'
        f"{_as_markup(mark.feature.properties.names[language])}</b>"
    )
    icon = folium.DivIcon(html=html, icon_size=(0, 0), icon_anchor=(-10, -_STEP * rank))
    return folium.GeoJson(
        _collection([_mark(atlas, mark, language)]),
        marker=folium.Marker(icon=icon),
        on_each_feature=_POPUP,
    )


def _mark(atlas: Atlas, mark: _Mark, language: str) -> dict[str, Any]:
    """Return a mark as GeoJSON: its `name` is safe as markup, its `text` is percent-encoded."""
    feature = mark.feature
    name = feature.properties.names[language]
    text = f"{name}\n\n{description_text(atlas, feature, language)}"
    encoded = quote(text, safe="", errors="replace")
    properties = {"name": _as_markup(name), "basis": feature.basis, "text": encoded}
    return _feature(feature.id, mark.shape, properties)


def _as_markup(text: str) -> str:
    """Return a text as HTML that shows it, and in which Jinja finds nothing to run."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")


def _feature(id_: str, shape: shapely.Geometry, properties: dict[str, str]) -> dict[str, Any]:
    geometry = json.loads(shapely.to_geojson(shape))
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}
