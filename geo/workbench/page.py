"""The workbench's page as one HTML text, gzipped, and the script of the app that mounts it."""

from __future__ import annotations

import gzip
from functools import cache

from geo.page.bundle import asset, bundle, condensed_style, leaflet, stylesheet
from geo.page.columns import to_json
from geo.page.html import content_policy
from geo.page.payload import escaped
from geo.page.style import custom_properties
from geo.text.catalogue import complete, locales
from geo.text.language import is_rtl

_ASSETS = "../../workbench/assets"  # from the page's own, of which its modules import some


@cache
def workbench_page() -> bytes:
    """Return the page, which holds no draft: what it shows, it asks for."""
    page = asset(f"{_ASSETS}/workbench.html").format(
        leaflet_style=condensed_style(leaflet("leaflet.css")),
        colours=custom_properties(),
        style=stylesheet("base") + condensed_style(asset(f"{_ASSETS}/workbench.css")),
        leaflet=leaflet("leaflet.js"),
        words=escaped(to_json(_words())),
        script=bundle(f"{_ASSETS}/main"),
    )
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(page)}">'
    return gzip.compress(page.replace("<head>", f"<head>\n{policy}", 1).encode(), 6)


def host_script() -> str:
    """Return the module of the app's side: it holds the page's frame, and passes asks on."""
    return bundle(f"{_ASSETS}/host")


def _words() -> dict[str, object]:
    return {
        tag: {
            "rtl": is_rtl(tag),
            "locale": tag,
            "words": complete(tag, "shared", "page", "workbench"),
        }
        for tag in locales()
    }
