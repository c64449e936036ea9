"""Code and catalogue agree: each key that code has is there, each that is there is used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from geo.text import catalogue
from geo.text.catalogue import complete

GEO = Path(catalogue.__file__).parents[1]
PYTHON = [file for file in GEO.rglob("*.py") if "app" not in file.parts]
APP = list((GEO / "app").glob("*.py"))
TYPST = list(GEO.rglob("*.typ"))
SCRIPTS = list((GEO / "page" / "assets").rglob("*.js"))
BENCH = list((GEO / "workbench" / "assets").rglob("*.js"))
# A call with a key as it stands: words(language, "key" …), say("key" …), phrase(language, "key" …).
CALL = re.compile(r'\b(?:(?:words|phrase|named)\([\w.()]+,|(?:say|fact)\()\s*"([\w-]+)"')
TYPST_KEY = re.compile(r'(?<![\w.])words\.(?!at\b)(\w+)|\bsay\("(\w+)"')
# Kinds of marks, which an atlas chooses; units that Leaflet's scale bar asks for.
NAMED_BY_OTHERS = {"building", "city", "town", "variant", "ft", "mi"}
# Letters that are compared, not shown.
_OF_CHECKS = {"known_names.py", "negations.py", "readings.py"}
COMPARED = {"folding.py", "fold.js", "word_ends.py", *_OF_CHECKS}


def text_of(files: list[Path]) -> str:
    return "\n".join(file.read_text("utf-8") for file in files)


@pytest.mark.parametrize(
    ("files", "pattern", "sections"),
    [
        (PYTHON, CALL, ("shared", "print")),
        (TYPST, TYPST_KEY, ("shared", "print")),
        (SCRIPTS, CALL, ("shared", "page")),
        (APP, CALL, ("shared", "page", "print", "panel")),
        (BENCH, CALL, ("shared", "page", "workbench")),
    ],
)
def test_each_key_is_in_a_section_that_the_medium_has(
    files: list[Path], pattern: re.Pattern[str], sections: tuple[str, ...]
) -> None:
    keys = {next(filter(None, found.groups())) for found in pattern.finditer(text_of(files))}
    assert len(keys) > 25
    assert keys - complete("en", *sections).keys() == set()


@pytest.mark.parametrize("section", ["shared", "page", "print", "draft", "panel", "workbench"])
def test_each_word_is_said_somewhere(section: str) -> None:
    template = GEO / "page" / "assets" / "page.html.j2"
    code = text_of([*PYTHON, *APP, *SCRIPTS, *BENCH, *TYPST, template])
    known = json.loads((catalogue.FOLDER / "en.json").read_text("utf-8"))[section]
    literal = set(re.findall(r"[\w-]+", code))
    prefixes = (
        "basemap_",
        "bench_",
        "benchNone_",
        "group_",
        "show_",
        "on_",
        "find_",
        "column_",
        "grade_",
        "method_",
        "kind_",
        "form_",
        "paper_",
        "part_",
    )  # the rest of the key is a value
    unused = {key for key in known if key not in literal and not key.startswith(prefixes)}
    means = {key for key in unused if key.endswith("Means")}  # of a basis, of a line
    assert unused - means - NAMED_BY_OTHERS == set()


def test_no_word_in_arabic_letters_stands_elsewhere() -> None:
    found = {
        file.name
        for file in (*PYTHON, *APP, *SCRIPTS, *BENCH, *TYPST)
        if re.search(r"[\u0621-\u064a\u0660-\u06d3،؛]", file.read_text("utf-8"))
    }
    assert found - COMPARED == {"fonts.py"}  # which letters are joined
