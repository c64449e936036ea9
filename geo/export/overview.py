"""The sheet that opens a briefing or a deck, whose other pages say what has no place on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.atlas import Atlas
from geo.order import Order

if TYPE_CHECKING:  # it reads the fonts' measures
    from geo.sheet.scene import Scene


def overview(atlas: Atlas, order: Order) -> Scene:
    """Return the sheet of what is placed, without the marking.

    The marking is set by who writes the pages, and there no length of it is cut.
    """
    from geo.sheet import draw_sheet

    return draw_sheet(_placed(atlas), order.model_copy(update={"marking": ""}))


def _placed(atlas: Atlas) -> Atlas:
    """Return the atlas without what has no place; the tour's numbers of the others stay."""
    collections = {
        file: tuple(feature for feature in features if feature.shape is not None)
        for file, features in atlas.collections.items()
    }
    claims = {c.id for features in collections.values() for f in features for c in f.claims}
    findings = tuple(one for one in atlas.manifest.findings if one in claims)
    manifest = atlas.manifest.model_copy(update={"findings": findings})
    return replace(atlas, manifest=manifest, collections=collections)
