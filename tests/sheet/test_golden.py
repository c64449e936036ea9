"""Sheets compared with pictures of them that somebody has looked at.

After a change that is meant: `GOLDEN=renew python -m pytest tests/sheet/test_golden.py`,
then look at the pictures in `tests/sheet/golden/` before they are committed.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFilter

from geo.export_options import ExportOptions
from geo.formats import render
from tests.conftest import shipped
from tests.sheet.conftest import MADE

GOLDEN = Path(__file__).parent / "golden"
DPI = 50
# The share of the darkest difference, blurred; a name that is moved by its width gives 0.2.
TOLERANCE = 0.06
SHEETS: dict[str, dict[str, Any]] = {
    "wide": {"style": "one-page"},
    "map": {"style": "map"},
    "a4": {"paper": "a4", "style": "one-page"},
    "a4-portrait": {
        "style": "one-page",
        "paper": "a4-portrait",
        "graticule": True,
        "marking": "TLP:AMBER",
    },
    "letter": {"style": "one-page", "paper": "letter", "view": {"extent": [38, 29, 49, 38]}},
    "wide-ar": {"style": "one-page", "view": {"language": "ar"}},
    "background": {
        "style": "map",
        "view": {"layers": ["route-euphrates", "route-northern", "route-tanf", "irgc"]},
    },
}


def picture(asked: dict[str, Any]) -> Image.Image:
    options = ExportOptions.model_validate({"made": MADE, "dpi": DPI, **asked})
    return Image.open(io.BytesIO(render(shipped(), "png", options))).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart where they differ most, from 0 to 1."""
    grey = (picture.convert("L").filter(ImageFilter.GaussianBlur(2)) for picture in (one, other))
    a, b = (np.asarray(picture, dtype=float) for picture in grey)
    return float(np.abs(a - b).max() / 255)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHEETS)
def test_the_sheet_looks_as_it_did(name: str) -> None:
    path, now = GOLDEN / f"{name}.png", picture(SHEETS[name])
    if os.environ.get("GOLDEN") == "renew":
        now.save(path, optimize=True)
    then = Image.open(path).convert("RGB")
    assert now.size == then.size
    assert difference(now, then) < TOLERANCE


def test_a_name_that_has_moved_would_be_seen() -> None:
    then = Image.open(GOLDEN / "wide.png").convert("RGB")
    moved = then.copy()
    moved.paste(then.crop((30, 20, 330, 50)), (30, 26))
    assert difference(moved, then) > TOLERANCE
