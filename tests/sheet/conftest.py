"""A sheet of the tiny atlas, or of the one that ships."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeAlias

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.view import narrowed
from geo.export_options import ExportOptions
from geo.sheet import Scene, draw_sheet
from tests.conftest import shipped

Draw: TypeAlias = Callable[..., Scene]
MADE = date(2026, 1, 2)


def options_of(**asked: Any) -> ExportOptions:
    return ExportOptions.model_validate({"made": MADE, **asked})


def drawn(atlas: Atlas, **asked: Any) -> Scene:
    """Return a sheet of an atlas."""
    options = options_of(**asked)
    return draw_sheet(narrowed(atlas, options.view), options)


def shipped_sheet(**asked: Any) -> Scene:
    """Return a sheet of the atlas that ships; the tests that ask for the same one share it."""
    return _shipped_sheet(options_of(**asked))


@cache
def _shipped_sheet(options: ExportOptions) -> Scene:
    return draw_sheet(narrowed(shipped(), options.view), options)


@pytest.fixture
def draw(tiny: Atlas) -> Draw:
    """Draw the tiny atlas as ordered."""
    return lambda **asked: drawn(tiny, **asked)
