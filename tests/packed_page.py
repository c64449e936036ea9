"""What stands in a page, packed or not, as the tests read it."""

from __future__ import annotations

import base64
import gzip
import json
import re

_TEXT = re.compile(r'<script type="application/json" id="atlas-(.*?)">(.*?)</script>', re.S)


def unpacked(packed: str) -> dict[str, str]:
    """Return the texts that the page's "packed" text holds, by name."""
    found: dict[str, str] = json.loads(gzip.decompress(base64.b64decode(json.loads(packed))))
    return found


def texts_of(page: str) -> dict[str, str]:
    """Return all texts of a page by name, the packed ones among the others."""
    found = dict(_TEXT.findall(page))
    return unpacked(found.pop("packed")) | found


def readable(page: str) -> str:
    """Return the page as it stands, followed by all of its texts."""
    return "\n".join([page, *texts_of(page).values()])
