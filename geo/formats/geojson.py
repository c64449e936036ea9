"""GeoJSON as in RFC 7946.

Positions are lon, lat (CRS84) of at most 7 decimals (about 1 cm), exterior rings go
counter-clockwise, what crosses 180° is cut there, and what is not placed has a null geometry:
`within` names the country, or the whole, that a force is said to be in, and no file gives it a
position. Styles are those of simplestyle-spec 1.1; each feature carries its claims with their
reasons.
"""

from __future__ import annotations

import json
from typing import Any

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import Claim, Excerpt, Feature, Value
from geo.atlas.wrapping import ANTIMERIDIAN, cut, longitude_within
from geo.export_options import ExportOptions
from geo.formats.description import description_text
from geo.formats.metadata import about
from geo.sheet.beside import drawn_as

DECIMALS = 7
_WIDTH = {"stated": 4, "inferred": 3, "background": 2}  # pixels; simplestyle has no dashes
_FILL = {"stated": 0.4, "inferred": 0.25, "background": 0.15}


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return one FeatureCollection as UTF-8; `atlas` is its one foreign member."""
    layers = {layer.id: layer for layer in atlas.manifest.layers}
    features = [
        _feature(atlas, feature, layers[feature.properties.layer], options.view.language)
        for _, feature in atlas.each_feature()
    ]
    placed = [feature.shape for _, feature in atlas.each_feature() if feature.shape is not None]
    box = {"bbox": _box(placed)} if placed else {}
    whole = {
        "type": "FeatureCollection",
        **box,
        "atlas": _about(atlas, options),
        "features": features,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def rounded_shape(feature: Feature) -> shapely.Geometry | None:
    """Return a feature's geometry in lon, lat degrees of DECIMALS; None when it has no place."""
    if feature.shape is None:
        return None
    return shapely.transform(cut(feature.shape), lambda degrees: degrees.round(DECIMALS))


def _box(shapes: list[shapely.Geometry]) -> list[float]:
    """Return the bounds of shapes; across 180° the west is greater than the east (5.2)."""
    box: list[float] = shapely.total_bounds(shapes).round(DECIMALS).tolist()
    box[0], box[2] = (longitude_within(box[at], ANTIMERIDIAN) for at in (0, 2))
    return box


def _about(atlas: Atlas, options: ExportOptions) -> dict[str, Any]:
    manifest = atlas.manifest
    headline = {"headline": _record(manifest.headline)} if manifest.headline else {}
    return {"id": manifest.id, **about(atlas, options)} | {
        "article": _record(atlas.article),
        **headline,
        "findings": [_record(finding) for finding in manifest.findings],
        "parts": [_record(part) for part in manifest.parts],
        "not_said": [_record(silence) for silence in manifest.silences],
    }


def _record(value: Value) -> dict[str, Any]:
    """Return a value under the names of its schema."""
    return value.model_dump(mode="json", exclude_none=True, by_alias=True)


def _feature(atlas: Atlas, feature: Feature, layer: Layer, language: str) -> dict[str, Any]:
    shape = rounded_shape(feature)
    properties = feature.properties
    kept = _record(properties)
    position = properties.position
    source = {"source": _record(atlas.sources[position.source])} if position.source else {}
    return {
        "type": "Feature",
        "id": feature.id,
        "geometry": json.loads(shapely.to_geojson(shape)) if shape else None,
        "properties": {
            "id": feature.id,  # many readers drop the member of this name
            "title": properties.names[language],
            "description": description_text(atlas, feature, language),
            "basis": feature.basis,
            "drawn_as": drawn_as(feature),
            **_style(atlas, feature, layer, language),
            **kept,
            "position": kept["position"] | source,
            "claims": [_claim(atlas, claim) for claim in feature.claims],
        },
    }


def _style(atlas: Atlas, feature: Feature, layer: Layer, language: str) -> dict[str, Any]:
    style, basis = atlas.style_of(layer), drawn_as(feature)
    named = {
        "layer_name": style.names[language],
        "pattern": style.symbol.pattern,
        "code": style.symbol.code,
    }
    colour = style.symbol.colour
    stroke = {"stroke": colour, "stroke-width": _WIDTH[basis], "stroke-opacity": 1}
    match feature.geometry.type.removeprefix("Multi") if feature.geometry else "":
        case "Point":
            return named | {"marker-color": colour, "marker-size": "small"}
        case "LineString":
            return named | stroke
        case "Polygon":
            return named | stroke | {"fill": colour, "fill-opacity": _FILL[basis]}
        case _:
            return named


def _claim(atlas: Atlas, claim: Claim) -> dict[str, Any]:
    """Return a claim with its reasons in full in place of their ids.

    The excerpts of a claim that is inferred are those of its premises.
    """
    excerpts = [_excerpt(atlas, atlas.excerpts[excerpt]) for excerpt in atlas.grounds(claim)]
    source = {"source": _record(atlas.sources[claim.source])} if claim.source else {}
    return _record(claim) | {"excerpts": excerpts} | source


def _excerpt(atlas: Atlas, excerpt: Excerpt) -> dict[str, Any]:
    rest = excerpt.model_dump(mode="json", exclude_none=True, exclude={"target"})
    return rest | {
        "source": excerpt.source,
        "quote": excerpt.quote.exact,
        "start": excerpt.position.start,
        "end": excerpt.position.end,
        "paragraph": atlas.paragraph_number(excerpt) or None,
    }
