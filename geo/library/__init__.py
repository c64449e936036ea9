"""What `import geo` offers: an atlas with methods for notebooks, its view, its files.

It stands above `geo.formats` and `geo.page`, for it gives what they make; nothing below imports it.
"""

from geo import __version__
from geo.atlas.errors import AtlasError, Problem
from geo.atlas.summary import seal_summary
from geo.atlas.view import View
from geo.export_options import ExportOptions
from geo.formats import FORMATS
from geo.library.atlas import Atlas, open_atlas
from geo.library.files import export, render
from geo.page import build_page

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
