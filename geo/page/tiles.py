"""Online tile layers: an option of the app, off at start, each naming its one server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tiles:
    """A tile server; `attribution` is a constant of ours, shown as HTML by Leaflet."""

    name: str
    origin: str
    path: str
    attribution: str

    @property
    def url(self) -> str:
        return self.origin + self.path

    @property
    def host(self) -> str:
        return self.origin.removeprefix("https://")


_OSM = '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors'

TILES = (
    Tiles("OpenStreetMap", "https://tile.openstreetmap.org", "/{z}/{x}/{y}.png", _OSM),
    Tiles(
        "OpenTopoMap",
        "https://tile.opentopomap.org",
        "/{z}/{x}/{y}.png",
        f"{_OSM}, SRTM; style © OpenTopoMap (CC-BY-SA)",
    ),
)


def tiles_named(name: str | None) -> Tiles | None:
    """Return the tiles of a name; None for a name that none has."""
    return next((tiles for tiles in TILES if tiles.name == name), None)
