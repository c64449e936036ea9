"""Records as columns, in blocks: of each the page decodes only what it comes to show."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

BLOCK = 4096  # records

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def columns(name: str, records: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return each block of each column under "name.key.number".

    A block is JSON Lines, one value a line, so that the page can decode one without the
    others; what a record lacks is null.
    """
    keys = dict.fromkeys(key for record in records for key in record)
    return {
        f"{name}.{key}.{start // BLOCK}": "\n".join(
            to_json(record.get(key)) for record in records[start : start + BLOCK]
        )
        for key in keys
        for start in range(0, len(records), BLOCK)
    }
