"""What a call asks for and an atlas lacks: said with what there is instead."""

from __future__ import annotations

from geo.atlas.atlas import Atlas
from geo.atlas.view import View


def refuse_unknown(atlas: Atlas, view: View) -> None:
    """Raise ValueError with the layers or languages there are, when the view names another."""
    if missing := view.unknown(atlas):
        raise ValueError(f"the atlas has {'; '.join(missing)}")


def refuse_unknown_language(atlas: Atlas, language: str) -> None:
    """Raise ValueError with the languages there are, when `language` is none of them."""
    if language not in (known := atlas.manifest.languages):
        raise ValueError(f"the atlas has no language {language!r}; it has {', '.join(known)}")
