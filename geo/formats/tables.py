"""Rows as tables of pandas, for a GeoPackage and for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # pandas takes most of a second to import
    from pandas import DataFrame

_NUMBERS = ("reason", "paragraph", "char_start", "char_end", "stretch", "claims", "shown_at_start")


def as_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] = ()) -> DataFrame:
    """Return rows as a table: texts and whole numbers, and NULL for what is empty."""
    import pandas

    filled = [{name: None if cell == "" else cell for name, cell in row.items()} for row in rows]
    frame = pandas.DataFrame(filled, columns=list(columns) or None, dtype=object)
    return frame.astype({name: "Int64" for name in _NUMBERS if name in frame})
