"""Records as columns, in blocks: of each the page decodes only what it comes to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

BLOCK = 4096  # records


def columns(name: str, records: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return each block of each column under "name.key.number"; what a record lacks is null."""
    keys = dict.fromkeys(key for record in records for key in record)
    return {
        f"{name}.{key}.{start // BLOCK}": [
            record.get(key) for record in records[start : start + BLOCK]
        ]
        for key in keys
        for start in range(0, len(records), BLOCK)
    }
