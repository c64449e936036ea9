"""OGC GeoPackage 1.2, in lon, lat degrees (EPSG:4326), which QGIS opens styled.

Tables, in drawing order: `basemap_…`; `points_…`, `lines_…` and `areas_…` of each layer. Then
`unlocated` for what has no place, with the country (`within_country`) that it is said to be in, to
join; `evidence` (see `geo.formats.reason_rows`), `layers` in drawing order, and `about`, with whom
the basemap is by. The styles are in QGIS's own `layer_styles`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.manifest import Layer
from geo.atlas.model import Feature
from geo.atlas.wrapping import cut
from geo.export_options import ExportOptions
from geo.formats.basemap_tables import attribution, basemap_tables
from geo.formats.feature_rows import feature_row
from geo.formats.metadata import about
from geo.formats.qml import basemap_qml, qml
from geo.formats.reason_rows import COLUMNS, reason_rows
from geo.formats.tables import as_table
from geo.text.catalogue import words

if TYPE_CHECKING:  # pandas and geopandas take most of a second to import
    from pandas import DataFrame

_MULTI = 4  # the type of a shape of several points, in shapely; those of lines and areas follow
_KINDS = {"Point": "point", "LineString": "line", "Polygon": "area"}
LAYER = ("layer", "name", "panel", "shown_at_start", "colour", "pattern", "code")
_LAYER_STYLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY NOT NULL, f_table_catalog TEXT, f_table_schema TEXT,
  f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME
)"""


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the database's bytes; dates in it are that of the options, or 1970 without one.

    Raises OSError where it can't be written.
    """
    from pyogrio.errors import DataLayerError, DataSourceError

    with TemporaryDirectory() as folder:
        path = Path(folder) / "atlas.gpkg"
        try:
            return _written(path, atlas, options)
        except (DataLayerError, DataSourceError, sqlite3.OperationalError) as error:
            # GDAL has no error of its own for a full disk
            raise OSError(f"{error} (is the disk full?)") from error


def _written(path: Path, atlas: Atlas, options: ExportOptions) -> bytes:
    _write_tables(path, atlas, options)
    fresh = path.with_name("fresh.gpkg")
    with closing(sqlite3.connect(path)) as base:
        _finish(base, atlas, options)
        # a new file, for the old one counts its own changes, and GDAL's vary with the clock
        base.execute("VACUUM INTO ?", (str(fresh),))
    return fresh.read_bytes()


def _write_tables(path: Path, atlas: Atlas, options: ExportOptions) -> None:
    import geopandas
    from pyogrio import write_dataframe

    def write(table: str, rows: DataFrame, description: str, **more: Any) -> None:
        write_dataframe(
            rows,
            path,
            layer=table,
            driver="GPKG",
            dataset_options={"VERSION": "1.2"},
            layer_options={"DESCRIPTION": description, "GEOMETRY_NAME": "geom"},
            **more,
        )

    metadata, language = about(atlas, options), options.view.language
    as_of = metadata["as_of"]
    for one in basemap_tables(atlas, language):
        placed = geopandas.GeoDataFrame(as_table(one.rows), geometry=one.shapes, crs=4326)
        what = f"{words(language, 'tableBasemap')}: {words(language, f'basemap_{one.file}')}"
        write(one.name, placed, f"{what}. {metadata['disclaimer']}", promote_to_multi=True)
    for table, layer, features in _tables(atlas):
        name = atlas.style_of(layer).names[language] if layer else words(language, "group_unplaced")
        rows = as_table(feature_row(atlas, feature, language) for feature in features)
        shapes = [cut(feature.shape) for feature in features if feature.shape is not None]
        if not shapes:
            write(table, rows, f"{name}. {as_of}")
            continue
        multi = any(shapely.get_type_id(shape) >= _MULTI for shape in shapes)
        placed = geopandas.GeoDataFrame(rows, geometry=shapes, crs=4326)
        write(table, placed, f"{name}. {as_of}", promote_to_multi=multi)
    evidence = as_table(reason_rows(atlas, language), COLUMNS)
    write("evidence", evidence, words(language, "tableEvidence"))
    write("layers", as_table(_layers(atlas, options), LAYER), words(language, "tableLayers"))
    said = {**metadata, "gazetteers_and_maps": attribution(atlas, language)}
    rows = as_table({"what": key, "value": value} for key, value in said.items())
    write("about", rows, words(language, "tableAbout"))


class _Table(NamedTuple):
    """A table of features of one kind of geometry; "unlocated" has no layer."""

    name: str
    layer: Layer | None
    features: list[Feature]


def _tables(atlas: Atlas) -> Iterator[_Table]:
    """Yield the tables of each layer, in drawing order; then that of features without a place."""
    features = [feature for _, feature in atlas.each_feature()]
    for layer in atlas.manifest.layers:
        of_layer = [f for f in features if f.properties.layer == layer.id and f.shape]
        for kind, of_kind in groupby(sorted(of_layer, key=_kind), key=_kind):
            yield _Table(f"{kind}s_{layer.id.replace('-', '_')}", layer, list(of_kind))
    if unlocated := [feature for feature in features if feature.shape is None]:
        yield _Table("unlocated", None, unlocated)


def _kind(feature: Feature) -> str:
    assert feature.geometry  # noqa: S101  only placed features are asked
    return _KINDS[feature.geometry.type.removeprefix("Multi")]


def _layers(atlas: Atlas, options: ExportOptions) -> Iterator[dict[str, Any]]:
    language = options.view.language
    for one in basemap_tables(atlas, language):
        name = words(language, f"basemap_{one.file}")
        yield dict(zip(LAYER, (one.name, name, "basemap", 1, None, None, None), strict=True))
    for layer in atlas.manifest.layers:
        style = atlas.style_of(layer)
        symbol = style.symbol
        named = (layer.id, style.names[language], layer.group, int(layer.visible))
        values = (*named, symbol.colour, symbol.pattern, symbol.code)
        yield dict(zip(LAYER, values, strict=True))


def _finish(base: sqlite3.Connection, atlas: Atlas, options: ExportOptions) -> None:
    """Add the styles, and set every date to that of the options."""
    made = f"{options.made or '1970-01-01'}T00:00:00.000Z"
    base.execute(_LAYER_STYLES)
    contents = "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, ?, ?)"
    base.execute(contents, ("layer_styles", "attributes", "layer_styles"))
    for table, style in _styles(atlas, options.view.language):
        base.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
            "f_geometry_column, styleName, styleQML, useAsDefault, update_time) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ("", "", table, "geom", "atlas", style, True, made),
        )
    base.execute("UPDATE gpkg_contents SET last_change = ?", (made,))
    base.commit()


def _styles(atlas: Atlas, language: str) -> Iterator[tuple[str, str]]:
    """Yield the style of each table with a geometry, after its name."""
    for one in basemap_tables(atlas, language):
        yield one.name, basemap_qml(one.styles, one.geometry)
    for table, layer, features in _tables(atlas):
        if layer:
            yield table, qml(atlas.style_of(layer).symbol, _kind(features[0]))
