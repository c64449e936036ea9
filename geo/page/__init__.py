"""The screen: one HTML page, the same in the app and as a file.

`build_page` makes the page, `served_page` packs it for the app; `app_script` gives the
JavaScript with which the app mounts it and talks to it; `TILES` are the online tile servers it
may be told to use.
"""

from typing import Literal

from geo.page.bundle import bundle
from geo.page.html import build_page
from geo.page.served import served_page
from geo.page.tiles import TILES, Tiles, tiles_named

__all__ = ["TILES", "Tiles", "app_script", "build_page", "served_page", "tiles_named"]


def app_script(name: Literal["host", "select", "report", "presets", "handover"]) -> str:
    """Return a module of the app's side: each is a component of `geo.app.components`."""
    return bundle(f"app/{name}")
