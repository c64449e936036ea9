"""Many boxes at once: whether one of them is overlapped, for which numpy compares them all."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from geo.sheet.scene import Box


class Boxes:
    """Boxes that others are to be clear of."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._edges = _edges_of(boxes)

    def add(self, *boxes: Box) -> None:
        """Put more boxes among these."""
        self._edges = np.hstack([self._edges, _edges_of(boxes)])

    def without(self, box: Box | None) -> Boxes:
        """Return the boxes but for one, wherever that is among them."""
        if box is None:
            return self
        others = Boxes()
        others._edges = self._edges[:, (self._edges != _edges_of([box])).any(axis=0)]
        return others

    def overlap(self, *boxes: Box) -> bool:
        """Say whether any of `boxes` overlaps one of these; boxes that only touch don't."""
        left, top, right, bottom = self._edges
        x, y, x1, y1 = _edges_of(boxes)[:, :, None]
        return bool(((left < x1) & (x < right) & (top < y1) & (y < bottom)).any())


def _edges_of(boxes: Iterable[Box]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return left, top, right and bottom of boxes, a row each."""
    edges = [(box.x, box.y, box.right, box.bottom) for box in boxes]
    return np.array(edges, dtype=np.float64).reshape(-1, 4).T
