from __future__ import annotations

import pytest

from geo.app.export_progress import name_for
from geo.formats import ExportOptions


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (ExportOptions(), "atlas-en-wide.pdf"),
        (ExportOptions(marking="TLP:AMBER+STRICT"), "atlas-en-wide-TLP-AMBER-STRICT.pdf"),
        (ExportOptions(paper="letter", marking="../../etc <b> سري"), "atlas-en-letter-etc-b.pdf"),
    ],
)
def test_a_name_tells_options_from_others(options: ExportOptions, name: str) -> None:
    assert name_for("atlas.pdf", options) == name
