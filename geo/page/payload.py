"""The atlas as the page's data: JSON that no template engine sees.

What the map needs at once is one text; the rest are columns, decoded when they are read.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import BASES, Claim, Excerpt, Feature, Value
from geo.atlas.relief import Relief
from geo.page.beside import lines_beside
from geo.page.columns import BLOCK, columns, to_json
from geo.page.style import canvas_style
from geo.page.varint import ROUGH, Shape, packed, packed_shapes, packed_steps
from geo.text.catalogue import FALLBACK, locale_of, phrases
from geo.text.language import is_rtl

# What could end the script element or a line of JavaScript, as JSON escapes.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def payload(atlas: Atlas, tiles: bool = False) -> Mapping[str, str]:
    """Return JSON texts, by name, each of which may stand in a `<script>` element.

    "words" are the page's own, by language; "data" and "texts" are what it needs at once; the
    others are the columns of `marks`, `claims` and `excerpts`.
    """
    marks = [_mark(feature) for feature in atlas.features.values()]
    claims = [_claim(claim) for claim in atlas.claims.values()]
    excerpts = [_excerpt(one, atlas) for one in atlas.excerpts.values()]
    rest = columns("marks", marks) | columns("claims", claims) | columns("excerpts", excerpts)
    known = {
        "words": to_json(_words(atlas)),
        "texts": to_json(_texts(atlas)),
        "data": to_json(_data(atlas, tiles)),
    }
    texts = known | rest
    return {name: escaped(text) for name, text in texts.items()}


def escaped(text: str) -> str:
    """Return JSON that may stand in a `<script>` element."""
    return text.translate(_ESCAPES)


def _words(atlas: Atlas) -> dict[str, Any]:
    """Return the page's words in each language of the atlas, and in English for what one lacks.

    Of the article's own language, where it is none of these, the direction alone is known.
    """
    article = atlas.article.language
    return {article: {"rtl": is_rtl(article), "locale": FALLBACK, "words": {}}} | {
        tag: {
            "rtl": is_rtl(tag),
            "locale": locale_of(tag),
            "words": phrases(tag, "shared", "page"),
        }
        for tag in dict.fromkeys((*atlas.manifest.languages, FALLBACK))
    }


def _texts(atlas: Atlas) -> dict[str, Any]:
    """Return what is read of the atlas as a whole."""
    manifest = atlas.manifest
    article = atlas.article.id
    forces = _forces(atlas)
    # What is not placed is listed, not drawn: it needs no layer on the page.
    layers = [one for one in manifest.layers if one.group != "unplaced"]
    return {
        "title": manifest.title,
        "subtitle": manifest.subtitle,
        "asOf": manifest.as_of,
        "disclaimer": manifest.disclaimer,
        "languages": manifest.languages,
        "headline": _plain(manifest.headline) if manifest.headline else None,
        "findings": [_plain(finding) for finding in manifest.findings],
        "silences": [_plain(silence) for silence in manifest.silences],
        "parts": [_plain(part) for part in manifest.parts],
        "layers": [_layer(one, atlas) | {"force": forces.get(one.id)} for one in layers],
        "actors": [_plain(actor) for actor in atlas.actors.values()],
        "sources": [_plain(record) for record in atlas.sources.values()],
        "article": {
            "source": article,
            "language": atlas.article.language,
            "text": atlas.source_texts[article].text,
            "sha256": atlas.source_texts[article].sha256,
            "numbers": [paragraph.number for paragraph in atlas.source_texts[article].paragraphs],
        },
        "basemap": _basemap(atlas),
        "symbology": canvas_style(),
        "digest": atlas.digest,
    }


def _data(atlas: Atlas, tiles: bool) -> dict[str, Any]:
    """Return what the map is drawn from, most of it packed."""
    return {
        "blockSize": BLOCK,
        "west": atlas.west,
        "marks": _marks(atlas),
        "excerpts": _anchors(atlas),
        "relief": _relief(atlas.relief) if atlas.relief else None,
        "tiles": tiles,
    }


def _basemap(atlas: Atlas) -> dict[str, Any]:
    return {
        name: _drawn(collection["features"], atlas.named_countries)
        for name, collection in atlas.basemap.items()
    }


def _marks(atlas: Atlas) -> dict[str, Any]:
    """Return, packed, what the map draws by.

    Records are referred to by their number in the atlas: `layers` and `kinds` are places
    in `layerIds` and `kindNames`; `itinerary` are marks and `excerpts` excerpts, in steps from
    one to the next; `claims` counts those of each mark, `cited` the excerpts that each
    claim rests on; `bases` are the claims', `positions` the marks'. `wholes` counts those
    that each mark is a part of, `wholeMarks` are these; `holders` is for each mark the
    number, from 1, of the holder that it is said to be within, 0 for none.
    """
    features = list(atlas.features.values())
    layers = _numbered(one.properties.layer for one in features)
    kinds = _numbered(one.properties.kind for one in features)
    place = {one.id: number for number, one in enumerate(features)}
    excerpt = {one: number for number, one in enumerate(atlas.excerpts)}
    claims = list(atlas.claims.values())
    grounds = [atlas.grounds(claim) for claim in claims]
    wholes = [atlas.wholes(one) for one in features]
    holders = _numbered(one.properties.within for one in features if one.properties.within)
    return {
        "size": len(features),
        "layerIds": list(layers),
        "layers": packed([layers[one.properties.layer] for one in features]),
        "kindNames": list(kinds),
        "kinds": packed([kinds[one.properties.kind] for one in features]),
        "positions": packed([BASES.index(one.properties.position.basis) for one in features]),
        "shapes": packed_shapes(_shapes(atlas)),
        "itinerary": packed_steps(
            place[one.id] for stretch in atlas.itinerary.values() for one in stretch
        ),
        "claims": packed([len(one.claims) for one in features]),
        "bases": packed([BASES.index(claim.basis) for claim in claims]),
        "cited": packed([len(found) for found in grounds]),
        "excerpts": packed_steps(excerpt[one] for found in grounds for one in found),
        "wholes": packed([len(found) for found in wholes]),
        "wholeMarks": packed_steps(place[one.id] for found in wholes for one in found),
        "holders": packed([holders.get(one.properties.within or "", -1) + 1 for one in features]),
        "holderNames": _holders(atlas, holders),
    }


def _shapes(atlas: Atlas) -> list[Shape]:
    """Return what is drawn of each feature: its geometry, or a line beside what it is within."""
    beside = lines_beside(atlas)
    return [
        (one.geometry.type, one.geometry.coordinates) if one.geometry else beside.get(one.id)
        for one in atlas.features.values()
    ]


def _holders(atlas: Atlas, ids: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return what unplaced things are said to be within, and the point at which it is named.

    It may itself be hidden, and then stands only among the places of those within it.
    """
    member = {one.properties.within: one.id for one in atlas.features.values()}
    found = []
    for holder in ids:
        places = atlas.places[member[holder]]
        own = atlas.features.get(holder)
        named = own or next((one for one in places if one.id == holder), None)
        at = shapely.centroid(shapely.union_all([one.shape for one in places])) if places else None
        names = named.properties.names if named else {}
        found.append({"id": holder, "names": names, "at": at and [at.x, at.y]})
    return found


def _numbered(names: Any) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _anchors(atlas: Atlas) -> dict[str, Any]:
    found = [one.position for one in atlas.excerpts.values()]
    lengths = packed([one.end - one.start for one in found])
    return {
        "size": len(found),
        "starts": packed_steps(one.start for one in found),
        "lengths": lengths,
    }


def _drawn(features: list[Any], named: frozenset[str]) -> dict[str, Any]:
    """Return the features of the basemap, and packed beside them their shapes.

    The kind of a country that the corridor names is "named".
    """
    shapes = [(one["geometry"]["type"], one["geometry"]["coordinates"]) for one in features]
    rest = [
        {"id": one.get("id"), **one["properties"]}
        | ({"kind": "named"} if one.get("id") in named else {})
        for one in features
    ]
    return {"features": rest, "shapes": packed_shapes(shapes, ROUGH)}


def _relief(relief: Relief) -> dict[str, Any]:
    picture = base64.b64encode(relief.picture).decode()
    return {
        "picture": f"data:image/webp;base64,{picture}",
        "bounds": relief.bounds,
        "credit": relief.credit,
    }


def _plain(record: Value) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True)


def _mark(feature: Feature) -> dict[str, Any]:
    """Return what is read of a feature; what it is drawn by is in `_marks`."""
    hidden = {"layer", "kind", "claims", "part_of", "within"}
    dumped = feature.properties.model_dump(mode="json", exclude_none=True, exclude=hidden)
    return {"id": feature.id, **dumped}


def _claim(claim: Claim) -> dict[str, Any]:
    hidden = {"basis", "excerpts"}
    dumped = claim.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=hidden)
    return {key: value for key, value in dumped.items() if value}


def _excerpt(excerpt: Excerpt, atlas: Atlas) -> dict[str, Any]:
    """Return what is read of an excerpt: its words are the article's, from its start to its end."""
    rest = excerpt.model_dump(mode="json", exclude_none=True, exclude={"target"})
    elsewhere = excerpt.source != atlas.article.id
    return rest | {"source": excerpt.source} | ({"exact": excerpt.quote.exact} if elsewhere else {})


def _forces(atlas: Atlas) -> dict[str, str]:
    """Return the first mark of each actor's layer that has a part, or is stated."""
    actors = {layer.id for layer in atlas.manifest.layers if layer.actor}
    found: dict[str, str] = {}
    for feature in atlas.features.values():
        layer, part = feature.properties.layer, feature.properties.part
        if layer in actors and (part or feature.basis == "stated"):
            found.setdefault(layer, feature.id)
    return found


def _layer(layer: Layer, atlas: Atlas) -> dict[str, Any]:
    look = atlas.style_of(layer)
    return {
        "id": layer.id,
        "group": layer.group,
        "visible": layer.visible,
        "names": look.names,
        "colour": look.symbol.colour,
        "pattern": look.symbol.pattern,
        "code": look.symbol.code,
    }
