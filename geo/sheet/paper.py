"""The papers, and where on each the parts of a sheet lie. Lengths are points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.export_options import Paper
from geo.sheet.scene import Box

_SIZES: dict[Paper, tuple[float, float]] = {
    "wide": (960, 540),  # 13.333 × 7.5 inches, a 16:9 slide
    "a4": (841.89, 595.28),  # ISO 216
    "a4-portrait": (595.28, 841.89),
    "letter": (792, 612),  # ANSI A
    "letter-portrait": (612, 792),
}
_EDGE = 22.0  # the marking stands there; no printer reaches the very edge
_GAP = 14.0
_SIDE, _MAP_ON_TOP = 0.37, 0.55  # shares of the body


@dataclass(frozen=True)
class Heights:
    """The heights that parts of a page need, in points; `band` is the marking's."""

    head: float = 46.0
    key: float = 14.0
    foot: float = 30.0
    band: float = _EDGE


@dataclass(frozen=True)
class Layout:
    """A page, and its parts: head, map with its key below, columns of findings, and foot.

    `band` is how high the strip for the marking is, above and below them all.
    """

    page: Box
    head: Box
    map: Box
    key: Box
    columns: tuple[Box, ...]
    foot: Box
    band: float


def layout(
    paper: Paper, *, rtl: bool = False, alone: bool = False, heights: Heights | None = None
) -> Layout:
    """Return where the parts lie; from right to left they lie the other way round.

    A map `alone` has no columns beside it.
    """
    width, height = _SIZES[paper]
    needed = heights or Heights()
    band = max(needed.band, _EDGE)
    inner = Box(_EDGE, band, width - 2 * _EDGE, height - 2 * band)
    head = replace(inner, height=needed.head)
    foot = Box(inner.x, inner.bottom - needed.foot, inner.width, needed.foot)
    body = Box(inner.x, head.bottom + 4, inner.width, foot.y - head.bottom - 10)
    map_, columns = (body, ()) if alone else _parts(body, is_tall=height > width)
    key = Box(map_.x, map_.bottom - needed.key, map_.width, needed.key)
    map_ = replace(map_, height=map_.height - needed.key - 3)
    page = Box(0, 0, width, height)
    plan = Layout(page, head, map_, key, columns, foot, band)
    return _mirrored(plan) if rtl else plan


def _parts(body: Box, *, is_tall: bool) -> tuple[Box, tuple[Box, ...]]:
    """Return the map, and the column beside it; on a tall page, the two columns below it."""
    if is_tall:
        map_ = replace(body, height=body.height * _MAP_ON_TOP)
        half, y = (body.width - _GAP) / 2, map_.bottom + 8
        left = Box(body.x, y, half, body.bottom - y)
        return map_, (left, replace(left, x=left.right + _GAP))
    side = body.width * _SIDE
    map_ = replace(body, width=body.width - side - _GAP)
    return map_, (Box(map_.right + _GAP, body.y, side, body.height),)


def _mirrored(plan: Layout) -> Layout:
    def flip(box: Box) -> Box:
        return replace(box, x=plan.page.width - box.right)

    columns = tuple(map(flip, plan.columns))
    return replace(plan, map=flip(plan.map), key=flip(plan.key), columns=columns)
