"""Shaded relief, which a basemap may have: a grey picture to multiply onto the land.

White is flat, darker is shade. The picture is linear in Web Mercator (EPSG:3857) within its bounds.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from geo.atlas.json_file import JsonFileError, read_bytes

RELIEF, PICTURE = "data/basemap/relief.json", "data/basemap/relief.webp"
MOST_BYTES, MOST_PIXELS = 500_000, 4096  # it travels in every page

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-85, le=85)]  # Web Mercator goes no further
Bounds = tuple[Longitude, Latitude, Longitude, Latitude]


def _ordered(bounds: Bounds) -> Bounds:
    west, south, east, north = bounds
    if not (west < east and south < north):
        raise ValueError("the bounds are no box: west, south, east, north")
    return bounds


@with_config(ConfigDict(extra="forbid"))
class ReliefFile(TypedDict):
    """`bounds` are west, south, east, north in degrees (WGS 84)."""

    bounds: Annotated[Bounds, AfterValidator(_ordered)]
    credit: Annotated[str, Field(min_length=1, max_length=80)]


FORM = TypeAdapter(ReliefFile)


@dataclass(frozen=True)
class Relief:
    """A grey WebP picture, where it lies, and who made it."""

    picture: bytes
    bounds: tuple[float, float, float, float]
    credit: str


def has_relief(folder: Path) -> bool:
    return (folder / RELIEF).exists()


def read_picture(folder: Path) -> bytes:
    """Return the picture; raises JsonFileError when it is no WebP picture, or too large."""
    data = read_bytes(folder / PICTURE)
    if len(data) > MOST_BYTES:
        raise JsonFileError(f"is larger than {MOST_BYTES // 1000} kB", "save it smaller")
    size = _size(data)
    if size is None:
        raise JsonFileError("is no WebP picture without transparency", "save it as lossy WebP")
    if max(size) > MOST_PIXELS:
        raise JsonFileError(
            f"is {size[0]} × {size[1]} pixels", f"make it at most {MOST_PIXELS} wide"
        )
    return data


def _size(data: bytes) -> tuple[int, int] | None:
    """Return the width and the height of a lossy WebP picture (RFC 9649, section 2.5)."""
    if data[:4] != b"RIFF" or data[8:16] != b"WEBPVP8 " or data[23:26] != b"\x9d\x01\x2a":
        return None
    if len(data) < 30:
        return None
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF
