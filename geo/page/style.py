"""The symbology as the page takes it: custom properties for its CSS, and data for its canvases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from geo import symbology


def custom_properties() -> str:
    """Return CSS that names every colour and border style.

    A dark screen gives `:root` others (page.css); the map, `#stage`, is paper in either theme.
    """
    return f":root, #stage {{ {' '.join(_properties())} }}"


def _properties() -> Iterator[str]:
    for name, colour in asdict(symbology.PALETTE).items():
        yield f"--{name.replace('_', '-')}: {colour};"
    for basis, style in symbology.LINE_STYLES.items():
        yield f"--line-{basis}: {style.css};"


def canvas_style() -> dict[str, Any]:
    """Return what the canvases are drawn with, its lengths in CSS pixels."""
    return {
        "palette": asdict(symbology.PALETTE),
        "groups": symbology.GROUPS,
        "patterns": {
            name: {"strokes": pattern.strokes, "dots": pattern.dots}
            for name, pattern in symbology.PATTERNS.items()
        },
        "tile": symbology.TILE,
        "inkWidth": symbology.INK_WIDTH,
        "groundOpacity": symbology.GROUND_OPACITY,
        "solidOpacity": symbology.SOLID_OPACITY,
        "areaOpacity": symbology.AREA_OPACITY,
        "casingOpacity": symbology.CASING_OPACITY,
        "lineStyles": {
            basis: {"css": style.css, "dash": style.dash}
            for basis, style in symbology.LINE_STYLES.items()
        },
        "note": symbology.NOTE._asdict(),
        "basemap": [style._asdict() for style in symbology.BASEMAP],
        "sizes": asdict(symbology.SCREEN),
    }
