"""Many boxes at once: which of some boxes are clear of all of them, by a tree of their bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import numpy as np
import shapely

from geo.sheet.scene import Box

Edges: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float64]]"
_RECENT = 256  # boxes that are compared one by one, until they are put into the tree
_TOUCH = 1e-9  # points: boxes that only touch don't overlap


class Boxes:
    """Boxes that others are to be clear of."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._edges = edges_of(boxes)
        self._settle()

    def add(self, *boxes: Box) -> None:
        """Put more boxes among these."""
        self._edges = np.vstack([self._edges, edges_of(boxes)])
        if len(self._edges) - self._settled > _RECENT:
            self._settle()

    def _settle(self) -> None:
        self._tree = shapely.STRtree(_polygons(self._edges))
        self._settled = len(self._edges)

    def overlap(self, *boxes: Box, but: Box | None = None) -> bool:
        """Say whether any of `boxes` overlaps one of these; boxes that only touch don't."""
        return bool(len(boxes)) and not self.clear(edges_of(boxes), but).all()

    def clear(self, asked: Edges, but: Box | None = None) -> np.ndarray:
        """Say of each box whether it is clear of all of these, `but` one, wherever that is."""
        own = edges_of([but])[0] if but else None
        inner = asked + np.array([_TOUCH, _TOUCH, -_TOUCH, -_TOUCH])
        which, others = self._tree.query(_polygons(inner))
        if own is not None:
            which = which[(self._edges[others] != own).any(axis=1)]
        clear = np.ones(len(asked), dtype=bool)
        clear[which] = False
        recent = self._edges[self._settled :]
        if own is not None:
            recent = recent[(recent != own).any(axis=1)]
        x, y, x1, y1 = inner.T[:, :, None]
        left, top, right, bottom = recent.T
        hit = ((left < x1) & (x < right) & (top < y1) & (y < bottom)).any(axis=1)
        return np.asarray(clear & ~hit)


def _polygons(edges: Edges) -> Any:
    return shapely.box(*edges.T)


def edges_of(boxes: Iterable[Box]) -> Edges:
    """Return left, top, right and bottom of boxes, a box in each row."""
    edges = [(box.x, box.y, box.right, box.bottom) for box in boxes]
    return np.array(edges, dtype=np.float64).reshape(-1, 4)
