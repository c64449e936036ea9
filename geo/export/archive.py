"""Everything at once: a ZIP of all other formats, with `manifest.json` to check them by."""

from __future__ import annotations

import hashlib
import json

from geo.atlas.atlas import Atlas
from geo.export.metadata import about
from geo.export.zipped import packed
from geo.export_options import Order


def render(atlas: Atlas, order: Order) -> bytes:
    """Return the archive of each format that the registry lists, as the order has it alone."""
    from geo.export import FORMATS
    from geo.export import render as made

    forms = [form for form, known in FORMATS.items() if known.render is not render]
    files = {f"{atlas.manifest.id}.{form}": made(atlas, form, order) for form in forms}
    return packed({"manifest.json": _manifest(files, atlas, order), **files}, order.made)


def _manifest(files: dict[str, bytes], atlas: Atlas, order: Order) -> bytes:
    """Say of each file its length and its sha256, and what all of them are of."""
    listed = [
        {"file": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    asked = order.model_dump(mode="json", exclude={"view": {"layers", "bases"}})
    view = order.view
    asked["view"] |= {  # sets have no order of their own
        "layers": None if view.layers is None else sorted(view.layers),
        "bases": sorted(view.bases),
    }
    whole = {"about": about(atlas, order), "order": asked, "files": listed}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
