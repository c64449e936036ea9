"""A sheet of the tiny atlas, or of the one that ships."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeAlias

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.atlas.view import narrowed
from geo.export_options import ExportOptions
from geo.sheet import Scene, draw_sheet

Draw: TypeAlias = Callable[..., Scene]
MADE = date(2026, 1, 2)


def drawn(atlas: Atlas, **asked: Any) -> Scene:
    options = ExportOptions.model_validate({"made": MADE, **asked})
    return draw_sheet(narrowed(atlas, options.view), options)


@cache
def shipped() -> Atlas:
    return load_atlas()


@pytest.fixture
def draw(tiny: Atlas) -> Draw:
    """Draw the tiny atlas as ordered."""
    return lambda **asked: drawn(tiny, **asked)
