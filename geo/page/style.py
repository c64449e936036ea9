"""The symbology as the page takes it: custom properties for its CSS, and data for its canvases."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geo import symbology


def custom_properties() -> str:
    """Return CSS that names every colour and border style, and the colours of a dark screen."""
    lines = (f"--line-{basis}: {style.css};" for basis, style in symbology.LINE_STYLES.items())
    light = f":root {{ {_colours(symbology.PALETTE)} {' '.join(lines)} }}"
    dark = f":root:not([data-light]) {{ {_colours(symbology.DARK)} }}"  # pictures stay light
    return f"{light} @media screen and (prefers-color-scheme: dark) {{ {dark} }}"


def _colours(palette: symbology.Palette) -> str:
    named = asdict(palette).items()
    return " ".join(f"--{name.replace('_', '-')}: {colour};" for name, colour in named)


def canvas_style() -> dict[str, Any]:
    """Return what the canvases are drawn with, its lengths in CSS pixels."""
    return {
        "palette": asdict(symbology.PALETTE),
        "dark": asdict(symbology.DARK),
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
