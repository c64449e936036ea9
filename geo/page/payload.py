"""The atlas as the page's one blob of data: JSON that no template engine sees."""

from __future__ import annotations

import json
from typing import Any

from geo.atlas import Atlas
from geo.model import Excerpt, Feature, Layer, Value
from geo.tour import tour

# What could end the script element or a line of JavaScript, as JSON escapes.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def payload(atlas: Atlas, tiles: bool = False) -> str:
    """Return the atlas as JSON text that may stand in a `<script>` element."""
    data = _data(atlas) | {"tiles": tiles}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _data(atlas: Atlas) -> dict[str, Any]:
    manifest = atlas.manifest
    article = atlas.article.id
    return {
        "title": manifest.title,
        "subtitle": manifest.subtitle,
        "asOf": manifest.as_of,
        "disclaimer": manifest.disclaimer,
        "languages": manifest.languages,
        "findings": manifest.findings,
        "silences": [_plain(silence) for silence in manifest.silences],
        # What is not placed is listed, not drawn: it needs no layer on the page.
        "layers": [_layer(one, atlas) for one in manifest.layers if one.group != "unplaced"],
        "actors": [_plain(actor) for actor in atlas.actors.values()],
        "sources": [_plain(record) for record in atlas.sources.values()],
        "article": {
            "source": article,
            "text": atlas.seeds[article].text,
            "sha256": atlas.seeds[article].sha256,
        },
        "excerpts": [_excerpt(excerpt) for excerpt in atlas.excerpts.values()],
        "features": [_feature(feature) for feature in atlas.features.values()],
        "tour": [feature.id for features in tour(atlas).values() for feature in features],
        "basemap": atlas.basemap,
        "digest": atlas.digest,
    }


def _plain(record: Value) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True)


def _layer(layer: Layer, atlas: Atlas) -> dict[str, Any]:
    look = atlas.look_of(layer)
    return {
        "id": layer.id,
        "group": layer.group,
        "visible": layer.visible,
        "names": look.names,
        "colour": look.symbol.colour,
        "pattern": look.symbol.pattern,
        "code": look.symbol.code,
    }


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    rest = excerpt.model_dump(mode="json", exclude_none=True, exclude={"target"})
    return rest | {
        "source": excerpt.source,
        "start": excerpt.position.start,
        "end": excerpt.position.end,
        "exact": excerpt.quote.exact,
    }


def _feature(feature: Feature) -> dict[str, Any]:
    """Flatten a Feature: its properties beside its id and geometry."""
    dumped = _plain(feature)
    return {"id": feature.id, "geometry": dumped.get("geometry"), **dumped["properties"]}
