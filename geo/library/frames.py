"""An atlas as tables: its features for geopandas, its reasons for pandas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from geo.atlas.atlas import Atlas
from geo.atlas.evidence_table import citation
from geo.atlas.model import Feature
from geo.atlas.wrapping import cut
from geo.formats.feature_rows import feature_row, name_columns
from geo.formats.reason_rows import COLUMNS, reason_rows
from geo.formats.tables import as_table
from geo.library.refusals import refuse_unknown_language

if TYPE_CHECKING:  # they take most of a second to import
    from geopandas import GeoDataFrame
    from pandas import DataFrame

# Shorter names than those of a GeoPackage, where no prose beside the table explains them.
_RENAMED = {"words_as_printed": "words", "hedge_as_printed": "hedges"}
_BEFORE_NAMES = ("id", "name")
_AFTER_NAMES = (
    *("layer", "kind", "country", "basis", "drawn_as", "part", "within", "part_of", "route"),
    *("stretch", "words", "modality", "hedges", "quotes", "sources", "claims", "account"),
    *("position_basis", "position_note", "language"),
)


def features_frame(atlas: Atlas, name: str | None, language: str) -> GeoDataFrame:
    """Return the features of a collection or a layer, or all, one a row (see `Atlas.gdf`)."""
    import geopandas

    refuse_unknown_language(atlas, language)
    features = _named(atlas, name)
    names = name_columns(atlas.manifest.languages)
    columns = (*_BEFORE_NAMES, *names, *_AFTER_NAMES)
    rows = (_row(atlas, feature, language) for feature in features)
    frame = as_table(({key: row[key] for key in columns} for row in rows), columns).set_index("id")
    shapes = [None if feature.shape is None else cut(feature.shape) for feature in features]
    return geopandas.GeoDataFrame(frame, geometry=shapes, crs=4326)


def evidence_frame(atlas: Atlas, language: str) -> DataFrame:
    """Return every reason of every claim, one a row (see `Atlas.evidence`)."""
    refuse_unknown_language(atlas, language)
    return as_table(reason_rows(atlas, language), COLUMNS)


def _named(atlas: Atlas, name: str | None) -> tuple[Feature, ...]:
    """Return the features of a collection of that name, else of a layer; of None, all."""
    if name is None:
        return tuple(atlas.features.values())
    collections = {PurePosixPath(file).stem: found for file, found in atlas.collections.items()}
    if name in collections:
        return collections[name]
    layers = [layer.id for layer in atlas.manifest.layers]
    if name not in layers:
        raise ValueError(
            f"the atlas has no collection or layer {name!r}; its collections are "
            f"{', '.join(collections)}; its layers are {', '.join(layers)}"
        )
    return tuple(f for f in atlas.features.values() if f.properties.layer == name)


def _row(atlas: Atlas, feature: Feature, language: str) -> Mapping[str, Any]:
    row = feature_row(atlas, feature, language)
    row |= {new: row[old] for old, new in _RENAMED.items()}
    excerpts = [atlas.excerpts[id_] for claim in feature.claims for id_ in atlas.grounds(claim)]
    sources = [claim.source for claim in feature.claims if claim.source]
    sources += [excerpt.source for excerpt in excerpts]
    return row | {
        "quotes": _lines(excerpt.quote.exact for excerpt in excerpts),
        "sources": _lines(citation(atlas.sources[id_]) for id_ in sources),
        "language": language,
    }


def _lines(texts: Iterable[str]) -> str:
    """Return texts on a line each, none twice."""
    return "\n".join(dict.fromkeys(texts))
