"""Places as the screen's map has them: degrees of longitude are as long both ways."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry


def projected(shape: BaseGeometry) -> BaseGeometry:
    """Project lon, lat to the web's Mercator, in degrees."""
    found: BaseGeometry = shapely.transform(shape, _project)
    return found


def _project(at: Any) -> Any:
    y = np.degrees(np.log(np.tan(np.pi / 4 + np.radians(at[:, 1]) / 2)))
    return np.column_stack([at[:, 0], y])


def place(x: float, y: float) -> tuple[float, float]:
    """Return the lon, lat of a projected place."""
    return x, float(np.degrees(2 * np.arctan(np.exp(np.radians(y))) - np.pi / 2))
