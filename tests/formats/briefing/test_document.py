"""The content of a briefing, and the template that reads it by name."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from importlib.resources import files

import pytest

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.formats.briefing.content import make_briefing
from geo.formats.briefing.document import Briefing, as_json
from geo.formats.pdf import PARTS
from geo.text.catalogue import complete

FOLDER = files("geo.formats.briefing")
TEMPLATE = "\n".join(FOLDER.joinpath(name).read_text("utf-8") for name in ("briefing.typ", *PARTS))
ADDED = {
    "sheet",
    "style",
    "text_language",
    "length",
    "strips",
    "strip_size",
    "further_disputes",
}  # by geo.formats.pdf
WORDS = {key for key, text in complete("en", "shared", "print").items() if isinstance(text, str)}


@pytest.mark.parametrize(
    ("variable", "known"),
    [("data", {field.name for field in fields(Briefing)} | ADDED), ("words", WORDS | {"at"})],
)
def test_the_template_reads_only_what_there_is(variable: str, known: set[str]) -> None:
    read = set(re.findall(rf"(?<![\w.]){variable}\.(\w+)", TEMPLATE))
    assert read
    assert read - known == set()


def test_a_briefing_as_json_has_the_values_of_its_fields(tiny: Atlas) -> None:
    briefing = make_briefing(tiny, ExportOptions())
    plain = json.loads(json.dumps(as_json(briefing)))
    assert list(plain) == [field.name for field in fields(Briefing)]
    assert plain["article"]["read"] == {
        "text": briefing.article.read.text,
        "language": "en",
        "rtl": False,
    }
