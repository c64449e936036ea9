"""Everything at once: a ZIP of all other formats, with `manifest.json` to check them by."""

from __future__ import annotations

import hashlib
import json

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.metadata import about
from geo.formats.zipped import zipped


def render(atlas: Atlas, options: ExportOptions) -> bytes:
    """Return an archive of the files of all other formats, each as `render` makes it alone.

    A format that has no pages in the options' style is in its own.
    """
    from geo.formats import FORMATS, refused_style
    from geo.formats import render as render_form

    own = options.model_copy(update={"style": None})

    forms = [form for form, known in FORMATS.items() if known.render is not render]
    asked = {form: own if refused_style(form, options.style) else options for form in forms}
    files = {f"{atlas.manifest.id}.{form}": render_form(atlas, form, asked[form]) for form in forms}
    return zipped({"manifest.json": _manifest(files, atlas, options), **files}, options.made)


def _manifest(files: dict[str, bytes], atlas: Atlas, options: ExportOptions) -> bytes:
    """Return the manifest: the metadata, the options, and each file's length and sha256."""
    listed = [
        {"file": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    asked = options.model_dump(mode="json", exclude={"view": {"layers", "bases"}})
    view = options.view
    asked["view"] |= {  # sets have no order of their own
        "layers": None if view.layers is None else sorted(view.layers),
        "bases": sorted(view.bases),
    }
    whole = {"about": about(atlas, options), "options": asked, "files": listed}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
