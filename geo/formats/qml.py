"""QGIS styles (QML, read by QGIS 3.22 and later) for a layer's points, lines and areas.

As on the map: the colour and the fill pattern are the layer's, the dash that of its column
`drawn_as`: the basis of the claim, or the weaker one of where it is drawn.
Sizes are in millimetres.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from geo.atlas.model import BASES, Basis, Symbol
from geo.symbology import (
    GROUND_OPACITY,
    LINE_STYLES,
    PALETTE,
    PAPER,
    PATTERNS,
    SOLID_OPACITY,
    BasemapStyle,
)

MM = 25.4 / 72  # of a point


def qml(symbol: Symbol, geometry: str) -> str:
    """Return the style of a layer's "point"s, "line"s or "area"s, with their names as labels."""
    looks = {str(basis): _STYLES[geometry](symbol, basis) for basis in BASES}
    return _document("drawn_as", looks, geometry, labelled=True)


def basemap_qml(styles: Iterable[BasemapStyle], geometry: str) -> str:
    """Return the style of a file of the basemap by the `kind` of its features, without labels.

    The style of no kind is that of all others.
    """
    looks = {style.kind: _of_basemap(style, geometry) for style in styles}
    return _document("kind", looks, geometry, labelled=False)


def _document(
    column: str, looks: Mapping[str, Iterable[ET.Element]], geometry: str, *, labelled: bool
) -> str:
    """Return a style with a category for each value of a column."""
    root = ET.Element("qgis", version="3.22", labelsEnabled=str(int(labelled)))
    root.set("styleCategories", "Symbology|Labeling")
    renderer = ET.SubElement(root, "renderer-v2", type="categorizedSymbol", attr=column)
    categories = ET.SubElement(renderer, "categories")
    symbols = ET.SubElement(renderer, "symbols")
    for number, (value, layers) in enumerate(looks.items()):
        name = str(number)
        ET.SubElement(categories, "category", value=value, label=value, symbol=name, render="true")
        symbols.append(_symbol(geometry, name, *layers))
    if labelled:
        _labels(root, geometry)
    ET.indent(root)
    return f"<!DOCTYPE qgis>\n{ET.tostring(root, encoding='unicode')}\n"


def _of_basemap(style: BasemapStyle, geometry: str) -> Iterator[ET.Element]:
    """Yield what a kind of feature of the basemap is drawn with, as on paper."""
    line, fill = style.colours()
    width = f"{PAPER.basemap[style.kind] * MM:.3f}"
    pen = "dash" if style.kind == "disputed" else "solid"
    if geometry == "line":
        yield _line(_rgba(line), pen, width)
    else:
        ground = {"color": _rgba(fill), "style": "solid"} if fill else {"style": "no"}
        outline = {"outline_color": _rgba(line), "outline_style": pen, "outline_width": width}
        yield _layer("SimpleFill", **ground, **outline)


def _symbol(geometry: str, name: str, *layers: ET.Element) -> ET.Element:
    kind = {"point": "marker", "line": "line", "area": "fill"}[geometry]
    element = ET.Element("symbol", type=kind, name=name, alpha="1")
    element.extend(layers)
    return element


def _layer(of: str, **options: str) -> ET.Element:
    layer = ET.Element("layer", {"class": of, "enabled": "1", "locked": "0", "pass": "0"})
    options_of = ET.SubElement(layer, "Option", type="Map")
    for name, value in options.items():
        ET.SubElement(options_of, "Option", name=name, type="QString", value=value)
    return layer


def _lines(symbol: Symbol, basis: Basis) -> Iterator[ET.Element]:
    yield _line(_rgba(PALETTE.paper), "solid", "1.8")
    yield _line(_rgba(symbol.colour), LINE_STYLES[basis].qt, "0.8")


def _line(colour: str, pen: str, width: str) -> ET.Element:
    caps = {"capstyle": "round", "joinstyle": "round", "line_width_unit": "MM"}
    return _layer("SimpleLine", line_color=colour, line_style=pen, line_width=width, **caps)


def _areas(symbol: Symbol, basis: Basis) -> Iterator[ET.Element]:
    colour, pen = symbol.colour, LINE_STYLES[basis].qt
    ground = SOLID_OPACITY if symbol.pattern == "solid" else GROUND_OPACITY
    yield _layer("SimpleFill", color=_rgba(colour, ground), style="solid", outline_style="no")
    if brush := PATTERNS[symbol.pattern].qt:
        yield _layer("SimpleFill", color=_rgba(colour), style=brush, outline_style="no")
    else:
        dots = _layer("PointPatternFill", distance_x="2", distance_y="2")
        dots.append(_symbol("point", "@dot", _dot(symbol)))
        yield dots
    outline = {"outline_color": _rgba(colour), "outline_style": pen, "outline_width": "0.5"}
    yield _layer("SimpleFill", style="no", **outline)


def _dot(symbol: Symbol) -> ET.Element:
    fill = _rgba(symbol.colour, 0 if symbol.pattern == "rings" else 1)
    return _layer(
        "SimpleMarker", name="circle", size="1", color=fill, outline_color=_rgba(symbol.colour)
    )


def _points(symbol: Symbol, basis: Basis) -> Iterator[ET.Element]:
    """Yield a disc when stated; a ring, with the basis' dash, when not."""
    colour = _rgba(symbol.colour)
    fill = colour if basis == "stated" else _rgba(PALETTE.paper)
    pen = {"outline_color": colour, "outline_style": LINE_STYLES[basis].qt, "outline_width": "0.5"}
    yield _layer("SimpleMarker", name="circle", size="3", color=fill, **pen)


_STYLES = {"point": _points, "line": _lines, "area": _areas}
# Where a label goes (QgsPalLayerSettings): round the point, above the line, across the area.
_PLACEMENTS = {"point": ("6", "1"), "line": ("2", "1"), "area": ("4", "0")}


def _labels(root: ET.Element, geometry: str) -> None:
    labeling = ET.SubElement(root, "labeling", type="simple")
    settings = ET.SubElement(labeling, "settings", calloutType="")
    text = {"fieldName": "name", "textColor": _rgba(PALETTE.ink), "textOpacity": "1"}
    size = {"fontSize": "9", "fontSizeUnit": "Point"}
    halo = {"bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM", "bufferOpacity": "1"}
    style = ET.SubElement(settings, "text-style", text | size)
    ET.SubElement(style, "text-buffer", halo | {"bufferColor": _rgba(PALETTE.paper)})
    placement, distance = _PLACEMENTS[geometry]
    where = {"placement": placement, "dist": distance, "placementFlags": "2"}  # above a line
    ET.SubElement(settings, "placement", where)


def _rgba(colour: str, opacity: float = 1) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"{red},{green},{blue},{round(opacity * 255)}"
