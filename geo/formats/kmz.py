"""KMZ: OGC KML 2.2, packed with its icons; lon, lat degrees (WGS 84).

A folder a layer, the topmost first; what has no place stands in it without a geometry; a
layer that the map opens without is there, but hidden. KML has neither dashes nor fill
patterns, so a mark's name ends with its basis.
A viewer reads a description as HTML: ours is escaped once for that and once for XML. All else
(names, snippets, data) is plain text to it, and escaped for XML alone. No mark has a time of its
own, lest a time slider hides the marks that are not dated.
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import BASES, Basis, Feature
from geo.atlas.wrapping import cut
from geo.export_options import ExportOptions
from geo.formats.description import description_paragraphs
from geo.formats.metadata import About, about
from geo.formats.zipped import zipped
from geo.sheet.beside import drawn_as
from geo.sheet.wording import representative_claim
from geo.text.catalogue import digits, words

_WIDTH: dict[Basis, str] = {"stated": "4", "inferred": "2.5", "background": "1.5"}  # pixels
_FILL: dict[Basis, str] = {"stated": "66", "inferred": "40", "background": "26"}  # alpha, hex
_ICONS = ("disc", "ring")
_ICON_SIZE = 32  # pixels


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the archive: `doc.kml` first, as the format asks, then the icons."""
    icons = {f"icons/{name}.png": _icon(name) for name in _ICONS}
    return zipped({"doc.kml": _kml(atlas, options), **icons}, options.made)


def _kml(atlas: Atlas, options: ExportOptions) -> bytes:
    root = ET.Element("kml", xmlns="http://www.opengis.net/kml/2.2")
    document = ET.SubElement(root, "Document")
    metadata = about(atlas, options)
    _put(document, name=metadata["title"], open="1")
    snippet = " · ".join(filter(None, (metadata["marking"], metadata["as_of"])))
    ET.SubElement(document, "Snippet", maxLines="2").text = snippet
    _put(document, description=_html(_of_document(metadata)))
    for layer in atlas.manifest.layers:
        document.extend(_styles(atlas, layer))
    for layer in reversed(atlas.manifest.layers):
        document.append(_folder(atlas, layer, options.view.language))
    ET.indent(root)
    # a reader of XML takes a bare CR for LF (XML 1.0, 2.11)
    document_text = ET.tostring(root, "unicode").replace("\r", "&#13;")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + document_text.encode()


def _of_document(metadata: About) -> Iterator[list[str]]:
    language = metadata["language"]
    if metadata["marking"]:
        yield [metadata["marking"]]
    made = digits(metadata["made"], language)
    yield [metadata["subtitle"], metadata["as_of"], words(language, "madeOn", made) if made else ""]
    yield [metadata["disclaimer"]]
    yield [f"{words(language, 'view')}: {metadata['view']}", metadata["address"]]
    for seal in ("atlas", "article"):
        yield [f"{words(language, seal)} sha256 {metadata[f'{seal}_sha256']}"]  # type: ignore[literal-required]


def _put(parent: ET.Element, **texts: str) -> None:
    """Add an element a text, in order, but for empty ones."""
    for tag, text in texts.items():
        if text:
            ET.SubElement(parent, tag).text = text


def _html(paragraphs: Iterable[list[str]]) -> str:
    """Return paragraphs of lines as HTML: their text inert, and no `$[…]` for a viewer to fill."""
    filled = ([line for line in lines if line] for lines in paragraphs)
    return "".join(f"<p>{'<br/>'.join(map(_inert, lines))}</p>" for lines in filled if lines)


def _inert(text: str) -> str:
    return html.escape(text).replace("$", "&#36;").replace("\n", "<br/>")


def _styles(atlas: Atlas, layer: Layer) -> Iterator[ET.Element]:
    """Yield a style a basis; a KML colour is alpha, blue, green, red."""
    colour = atlas.style_of(layer).symbol.colour
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    bgr = f"{blue}{green}{red}"
    for basis in BASES:
        style = ET.Element("Style", id=f"look.{layer.id}.{basis}")
        icon = ET.SubElement(style, "IconStyle")
        _put(icon, color=f"ff{bgr}", scale="0.7")
        href = f"icons/{'disc' if basis == 'stated' else 'ring'}.png"
        _put(ET.SubElement(icon, "Icon"), href=href)
        _put(ET.SubElement(style, "LabelStyle"), scale="0.8")
        _put(ET.SubElement(style, "LineStyle"), color=f"ff{bgr}", width=_WIDTH[basis])
        _put(ET.SubElement(style, "PolyStyle"), color=f"{_FILL[basis]}{bgr}")
        _put(ET.SubElement(style, "BalloonStyle"), text="$[description]")
        yield style


def _folder(atlas: Atlas, layer: Layer, language: str) -> ET.Element:
    folder = ET.Element("Folder")
    style = atlas.style_of(layer)
    _put(folder, name=style.names[language], visibility=str(int(layer.visible)))
    for _, feature in atlas.each_feature():
        if feature.properties.layer == layer.id:
            folder.append(_placemark(atlas, feature, layer, language))
    return folder


def _placemark(atlas: Atlas, feature: Feature, layer: Layer, language: str) -> ET.Element:
    place = ET.Element("Placemark", id=f"mark.{feature.id}")
    name = f"{feature.properties.names[language]} · {words(language, feature.basis)}"
    _put(place, name=name, visibility=str(int(layer.visible)))
    first = feature.claims[0] if feature.claims else None
    sentence = atlas.localised(first.sentence, language).text if first else ""
    ET.SubElement(place, "Snippet", maxLines="2").text = sentence
    heading = [name, atlas.manifest.as_of[language]]
    _put(place, description=_html([heading, *description_paragraphs(atlas, feature, language)]))
    _put(place, styleUrl=f"#look.{layer.id}.{drawn_as(feature)}")
    place.append(_data(atlas, feature, layer, language))
    if feature.shape is not None:
        place.append(_geometry(cut(feature.shape)))
    return place


def _data(atlas: Atlas, feature: Feature, layer: Layer, language: str) -> ET.Element:
    properties, symbol = feature.properties, atlas.style_of(layer).symbol
    excerpts = dict.fromkeys(id_ for claim in feature.claims for id_ in atlas.grounds(claim))
    claim, position = representative_claim(atlas, feature), properties.position
    note = atlas.localised(position.note, language).text
    values = {
        "id": feature.id,
        "layer": layer.id,
        "kind": properties.kind,
        "basis": feature.basis,
        "code": symbol.code,
        "pattern": symbol.pattern,
        **{f"name:{tag}": name for tag, name in properties.names.items()},
        "within": properties.within or "",
        "part": properties.part.id if properties.part else "",
        "words": claim.words or "" if claim else "",
        "modality": claim.modality or "" if claim else "",
        "hedges": "; ".join(claim.hedges) if claim else "",
        "claims": " ".join(claim.id for claim in feature.claims),
        "excerpts": " ".join(excerpts),
        **{f"quote:{id_}": atlas.excerpts[id_].quote.exact for id_ in excerpts},
        "position": f"{words(language, position.basis)}: {note}",
    }
    data = ET.Element("ExtendedData")
    for name, value in values.items():
        _put(ET.SubElement(data, "Data", name=name), value=value)
    return data


def _geometry(shape: shapely.Geometry) -> ET.Element:
    match shape:
        case shapely.Point():
            return _with_coordinates(ET.Element("Point"), shape)
        case shapely.LineString():
            element = ET.Element("LineString")
            _put(element, tessellate="1")  # laid on the ground
            return _with_coordinates(element, shape)
        case shapely.Polygon():
            return _polygon(shape)
        case _:
            several = ET.Element("MultiGeometry")
            several.extend(_geometry(part) for part in shapely.get_parts(shape))
            return several


def _polygon(shape: shapely.Polygon) -> ET.Element:
    element = ET.Element("Polygon")
    _put(element, tessellate="1")
    for tag, ring in [
        ("outerBoundaryIs", shape.exterior),
        *(("innerBoundaryIs", hole) for hole in shape.interiors),
    ]:
        edge = ET.SubElement(ET.SubElement(element, tag), "LinearRing")
        _with_coordinates(edge, ring)
    return element


def _with_coordinates(element: ET.Element, shape: shapely.Geometry) -> ET.Element:
    positions = shapely.get_coordinates(shape).round(7).tolist()
    _put(element, coordinates=" ".join(f"{lon},{lat}" for lon, lat in positions))
    return element


def _icon(name: str) -> bytes:
    """Return a white disc or ring as PNG, which a style tints; drawn large, then made small."""
    from PIL import Image, ImageDraw

    large, edge = 4 * _ICON_SIZE, 8
    mask = Image.new("L", (large, large), 0)
    draw = ImageDraw.Draw(mask)
    draw.ellipse((edge, edge, large - edge, large - edge), fill=255)
    if name == "ring":
        draw.ellipse((4 * edge, 4 * edge, large - 4 * edge, large - 4 * edge), fill=0)
    image = Image.new("RGBA", (_ICON_SIZE, _ICON_SIZE), "white")
    image.putalpha(mask.resize((_ICON_SIZE, _ICON_SIZE), Image.Resampling.LANCZOS))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
