"""Rows as tables of pandas, for a GeoPackage and for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # pandas takes most of a second to import
    from pandas import DataFrame

_DEGREES = ("longitude", "latitude")
_NUMBERS = ("reason", "paragraph", "char_start", "char_end", "stretch", "claims", "shown_at_start")


def as_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] = ()) -> DataFrame:
    """Return rows as a table: texts, whole numbers and degrees, and NULL for what is empty."""
    import pandas

    filled = [{name: None if cell == "" else cell for name, cell in row.items()} for row in rows]
    frame = pandas.DataFrame(filled, columns=list(columns) or None, dtype=object)
    types = dict.fromkeys(_NUMBERS, "Int64") | dict.fromkeys(_DEGREES, "Float64")
    return frame.astype({name: type_ for name, type_ in types.items() if name in frame})
