"""Corridor Atlas as a library: an evidence-linked map, as tables, pages and files.

    >>> from geo import open_atlas
    >>> atlas = open_atlas()
    >>> atlas.manifest.id
    'iranian-land-corridor'

Names are looked up in `geo.library` when they are first used: `import geo` alone is quick.
Geometries are in lon, lat degrees on WGS84 (EPSG:4326). docs/library.md is the guide.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from geo.library import (
        FORMATS,
        Atlas,
        AtlasError,
        ExportOptions,
        Problem,
        View,
        build_page,
        export,
        open_atlas,
        render,
        seal_summary,
    )

__all__ = [
    "FORMATS",
    "Atlas",
    "AtlasError",
    "ExportOptions",
    "Problem",
    "View",
    "__version__",
    "build_page",
    "export",
    "open_atlas",
    "render",
    "seal_summary",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    return getattr(import_module("geo.library"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
