"""Everything at once: a ZIP of all other formats, with `manifest.json` to check them by."""

from __future__ import annotations

import hashlib
import json

from geo.atlas.atlas import Atlas
from geo.export.metadata import about
from geo.export.zipped import zipped
from geo.export_options import Order


def render(atlas: Atlas, order: Order) -> bytes:
    """Return an archive of the files of all other formats, each as `render` makes it alone."""
    from geo.export import FORMATS
    from geo.export import render as render_form

    forms = [form for form, known in FORMATS.items() if known.render is not render]
    files = {f"{atlas.manifest.id}.{form}": render_form(atlas, form, order) for form in forms}
    return zipped({"manifest.json": _manifest(files, atlas, order), **files}, order.made)


def _manifest(files: dict[str, bytes], atlas: Atlas, order: Order) -> bytes:
    """Return the manifest: the metadata, the order, and each file's length and sha256."""
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
