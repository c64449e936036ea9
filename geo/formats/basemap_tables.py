"""The basemap as tables of a GeoPackage, a table for each kind of geometry of a file.

Their rows are whole, whatever a view shows: they are no claims, and lie below all marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.evidence_table import citation
from geo.atlas.wrapping import cut
from geo.formats.feature_rows import name_columns
from geo.symbology import BASEMAP, BasemapStyle

FILES = tuple(dict.fromkeys(style.file for style in BASEMAP))  # in drawing order
_KINDS = {1: "line", 2: "area"}  # by the dimension of a shape


class BasemapTable(NamedTuple):
    """A table of one kind of geometry ("line" or "area") of a file of the basemap."""

    name: str
    file: str
    geometry: str
    rows: list[dict[str, Any]]
    shapes: list[shapely.Geometry]

    @property
    def styles(self) -> list[BasemapStyle]:
        """How the kinds of its features are drawn."""
        return [style for style in BASEMAP if style.file == self.file]


def basemap_tables(atlas: Atlas, language: str) -> Iterator[BasemapTable]:
    """Yield the tables in drawing order, areas before lines; an empty file has none."""
    for file in FILES:
        shapes = atlas.basemap.shapes[file]
        pairs = list(zip(atlas.basemap[file]["features"], map(cut, shapes), strict=True))
        pairs.sort(key=_dimension, reverse=True)
        for dimension, group in groupby(pairs, key=_dimension):
            of_kind, geometry = list(group), _KINDS[dimension]
            rows = [_row(atlas, feature, language) for feature, _ in of_kind]
            name = f"basemap_{file}_{geometry}s"
            yield BasemapTable(name, file, geometry, rows, [shape for _, shape in of_kind])


def _dimension(pair: tuple[Any, shapely.Geometry]) -> int:
    return int(shapely.get_dimensions(pair[1]))


def _row(atlas: Atlas, feature: dict[str, Any], language: str) -> dict[str, Any]:
    properties, code = feature["properties"], feature.get("id")
    names, tags = properties.get("names", {}), atlas.manifest.languages
    own = dict(zip(name_columns(tags), (names.get(tag) for tag in tags), strict=True))
    named = "named" if code in atlas.named_countries else None
    return {
        "id": code,
        "kind": properties.get("kind", named),
        "name": names.get(language, names.get("en")),
        **own,
    }


def attribution(atlas: Atlas, language: str) -> str:
    """Return the gazetteers and maps that the atlas is drawn on, each with licence and address."""
    maps = (source for source in atlas.sources.values() if source.kind == "gazetteer")
    parts = ((citation(one, language), one.licence, one.url) for one in maps)
    return "\n".join(" · ".join(filter(None, part)) for part in parts)
