"""Heights: the third number of a position, which many programs write and no map here shows.

Leaving it out moves no mark, so that it is left out on reading, and said once a file. A file
without heights is only looked through for what could be one.
"""

from __future__ import annotations

import re
from typing import Any

_NUMBER = rb"\s*-?\d[\d.eE+-]*\s*"
_THREE = re.compile(rb"\[" + _NUMBER + rb"," + _NUMBER + rb"," + _NUMBER + rb"\]")


def may_have_heights(data: bytes) -> bool:
    """Say whether the text of a GeoJSON file has a list of three numbers."""
    return _THREE.search(data) is not None


def leave_out_heights(raw: Any) -> int:
    """Leave the heights out of the features of a raw collection, in place; return how many."""
    features = raw.get("features") if isinstance(raw, dict) else None
    if not isinstance(features, list):
        return 0
    geometries = (one.get("geometry") for one in features if isinstance(one, dict))
    return sum(_flattened(one.get("coordinates")) for one in geometries if isinstance(one, dict))


def _flattened(nested: Any) -> int:
    if not isinstance(nested, list):
        return 0
    if len(nested) == 3 and all(isinstance(n, int | float) for n in nested):
        del nested[2]
        return 1
    return sum(map(_flattened, nested))
