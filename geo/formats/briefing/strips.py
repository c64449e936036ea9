"""The maps within the pages of a PDF: each of a part of the map, across a column of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing.document import MapEntry
from geo.formats.briefing.slide_map import MapRequest, Picture, draw_slide_map
from geo.sheet.scene import Box, Scene

_MARGINS, _GUTTER = 119.1, 25.5  # points, as in briefing.typ
_HIGH, _LOW = 150.0, 110.0  # points


@dataclass
class Strips:
    """The strips by their words, and the `files` that they are drawn from."""

    size: tuple[float, float]
    drawn: dict[str, Any] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def strip_size(width: float, height: float, style: str) -> tuple[float, float]:
    """Return the size of a strip on a page of this size, in points.

    A topic's map, in a column of a briefing, has room for its names.
    """
    is_wide = width > height
    across = (width - _MARGINS - (_GUTTER if is_wide else 0)) / (2 if is_wide else 1)
    high = _HIGH if is_wide and style == "briefing" else _LOW
    return round(across, 2), high


def draw_strips(
    atlas: Atlas,
    options: ExportOptions,
    maps: Iterable[MapEntry],
    size: tuple[float, float],
    parted: Callable[[Scene], tuple[Scene, dict[str, Any]]],
) -> Strips:
    """Draw the maps; `parted` returns a scene without its texts, and the texts for the page."""
    from geo.sheet import to_svg

    strips = Strips(size)
    unmarked = options.model_copy(update={"notes": ()})  # they stand on the sheet
    for number, entry in enumerate(maps):
        frame = Box(0, 0, *size)
        asked = MapRequest(frame, entry.bounds, frozenset(entry.layers), alt=entry.alt)
        picture, *items = draw_slide_map(atlas, unmarked, asked)
        assert isinstance(picture, Picture)  # noqa: S101  the ground lies below all else
        shapes = tuple(item for item in items if not isinstance(item, Picture))
        scene = Scene(*size, "", "", shapes, options.view.language)
        bare, texts = parted(scene)
        strips.files[f"map{number}.jpg"] = picture.ground.jpeg()
        strips.files[f"map{number}.svg"] = to_svg(bare).encode()
        ground = (picture.box.width, picture.box.height)
        strips.drawn[entry.alt] = {"file": f"map{number}", "ground": ground, **texts}
    return strips
