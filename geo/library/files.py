"""Files of an atlas: the exports, with errors that say what there is instead."""

from __future__ import annotations

import os
from pathlib import Path

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats import FORMATS, refused_style
from geo.formats import export as write
from geo.formats import render as make
from geo.library.refusals import refuse_unknown

_DEFAULT = ExportOptions()


def export(
    atlas: Atlas,
    form: str,
    folder: str | os.PathLike[str] = ".",
    options: ExportOptions = _DEFAULT,
) -> Path:
    """Write an atlas as a file of a format of FORMATS, and return its path.

    The folder is made when it is not there; a file of that name in it is replaced, whole. The
    file holds what `options.view` shows. The same atlas and options give the same bytes.

        >>> from geo import ExportOptions, View, export, open_atlas
        >>> stated = ExportOptions(view=View(bases={"stated"}))
        >>> export(open_atlas(), "geojson", "exports", stated).name
        'iranian-land-corridor.geojson'

    Raises:
        ValueError: there is no such format, or it has no such style, or the atlas lacks a layer
            or the language of the view; the message lists those there are.
        OSError: the file can't be written.

    """
    _refuse_unknown(atlas, form, options)
    return write(atlas, form, Path(folder), options)


def render(atlas: Atlas, form: str, options: ExportOptions = _DEFAULT) -> bytes:
    """Return the bytes of the file that `export` would write.

        >>> from geo import open_atlas, render
        >>> render(open_atlas(), "svg")[:5]
        b'<?xml'

    Raises:
        ValueError: as `export` does.

    """
    _refuse_unknown(atlas, form, options)
    return make(atlas, form, options)


def _refuse_unknown(atlas: Atlas, form: str, options: ExportOptions) -> None:
    if form not in FORMATS:
        raise ValueError(f"there is no format {form!r}; there are {', '.join(FORMATS)}")
    if why := refused_style(form, options.style):
        raise ValueError(why)
    refuse_unknown(atlas, options.view)
