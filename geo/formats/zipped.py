"""ZIP archives with the same bytes for the same files and date."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = date(1980, 1, 1)  # the first date that ZIP has


def zipped(files: Mapping[str, bytes], made: date | None) -> bytes:
    """Return the files as an archive, in their order, all dated `made`, or EPOCH for None."""
    day = max(made or EPOCH, EPOCH)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
