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
_HEAD, _FOOT, _GAP = 46.0, 34.0, 12.0


@dataclass(frozen=True)
class Layout:
    """A page, and its parts: head, map with its key, legend, notes and foot.

    The legend goes over `strips`, one after another. `band` is how high the strip for the
    marking is, above and below them all.
    """

    page: Box
    head: Box
    map: Box
    key: Box
    strips: tuple[Box, ...]
    notes: Box
    foot: Box
    band: float


def layout(paper: Paper, rtl: bool = False, head: float = _HEAD, band: float = _EDGE) -> Layout:
    """Return where the parts lie; from right to left they lie the other way round.

    A long title makes the head higher, a long marking the band; never lower than is usual.
    """
    width, height = _SIZES[paper]
    band = max(band, _EDGE)
    inner = Box(_EDGE, band, width - 2 * _EDGE, height - 2 * band)
    top = Box(inner.x, inner.y, inner.width, max(head, _HEAD))
    foot = Box(inner.x, inner.bottom - _FOOT, inner.width, _FOOT)
    body = Box(inner.x, top.bottom, inner.width, foot.y - top.bottom - 3)
    map_, strips, notes = _parts(body)
    high = 15.0 if map_.width > 660 else 25.0  # one row, or two
    key = Box(map_.x, map_.bottom - high, map_.width, high)
    map_ = replace(map_, height=map_.height - high)
    plan = Layout(Box(0, 0, width, height), top, map_, key, strips, notes, foot, band)
    return _mirrored(plan) if rtl else plan


def _parts(body: Box) -> tuple[Box, tuple[Box, ...], Box]:
    """Return map, legend and notes: the notes beside them, or below the map on a tall page."""
    if body.height > body.width:
        map_ = Box(body.x, body.y, body.width, body.height * 0.43)
        below = body.bottom - map_.bottom - _GAP
        legend = Box(body.x, map_.bottom + _GAP, body.width * 0.36, below)
        left = legend.right + _GAP
        return map_, (legend,), Box(left, legend.y, body.right - left, below)
    side = body.width * 0.41
    map_ = Box(body.x, body.y, body.width - side - _GAP, body.height * 0.66)
    y, half = map_.bottom + _GAP / 2, (map_.width - _GAP) / 2
    strips = tuple(
        Box(map_.x + turn * (half + _GAP), y, half, body.bottom - y) for turn in range(2)
    )
    return map_, strips, Box(map_.right + _GAP, body.y, side, body.height)


def _mirrored(plan: Layout) -> Layout:
    def flip(box: Box) -> Box:
        return replace(box, x=plan.page.width - box.right)

    strips = tuple(map(flip, plan.strips))
    return replace(
        plan, map=flip(plan.map), key=flip(plan.key), strips=strips, notes=flip(plan.notes)
    )
