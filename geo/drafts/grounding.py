"""The basemap of the atlas that a draft becomes: its own, or what it needs of the world's.

A draft that was opened from an atlas keeps the basemap of that. Coordinates are lon, lat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.checks.geometry import Countries
from geo.drafts.base import BASE, basemap_files, read_json
from geo.drafts.positions import Geometry
from geo.ground.cutting import basemap_files as cut_files
from geo.ground.cutting import world

_COUNTRIES = "data/basemap/countries.geojson"


class Ground:
    """The ground of a draft in `folder`: its countries' geometries, by code, and its files."""

    def __init__(self, folder: Path) -> None:
        base = folder / BASE
        self.base = base if base.is_dir() else None
        read = read_json(base, _COUNTRIES) if self.base else world()["countries"]
        features = [one for one in read["features"] if "id" in one]
        self.countries: Mapping[str, Any] = {one["id"]: one["geometry"] for one in features}
        self._drawn = Countries(features)

    def is_in(self, geometry: Geometry, code: str) -> bool:
        """Say whether a geometry lies in a country, as the basemap draws that."""
        if geometry is None or code not in self.countries:
            return geometry is None and code in self.countries
        return not any(self._drawn.place(_shape(geometry), code))

    def copied(self) -> Iterator[tuple[str, Path]]:
        """Yield the name and the path of each file that is taken as it is."""
        if self.base:
            yield from ((name, self.base / name) for name in basemap_files(self.base))

    def cut(self, geometries: Iterable[Geometry]) -> dict[str, bytes]:
        """Return the files, by name, that are cut for marks of these geometries."""
        if self.base:
            return {}
        bounds = [_shape(one).bounds for one in geometries if one]
        return cut_files(corner for one in bounds for corner in (one[:2], one[2:]))


def _shape(geometry: Mapping[str, Any]) -> BaseGeometry:
    return shapely.geometry.shape(dict(geometry))
