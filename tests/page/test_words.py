"""The page says what the sheet and the files say: the same words, quotes, digits and directions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.model import BASES
from geo.atlas.reading import load_atlas
from geo.page.payload import payload
from geo.sheet.runs import facts_of, is_forceless
from geo.text.bidi import is_rtl_text, without_isolates
from geo.text.catalogue import digits, words
from geo.text.language import is_rtl, language_name
from geo.text.written_time import written_time
from tests.conftest import Build, shipped

# An atlas, and calls of the page's functions, to what they answer.
Asked: TypeAlias = Callable[[Atlas, list[list[Any]]], list[Any]]

SCRIPT = Path(__file__).parents[1] / "js" / "said.js"
TAGS = ["ar", "ar-SA", "fa", "fa-AF", "ckb", "ps", "he", "ur", "en", "de", "ku", "ar-Latn"]


@pytest.fixture(scope="module")
def page() -> Iterator[Asked]:
    """Return a function that asks the page's own JavaScript, in one Node for all examples."""
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node, "requirements-dev.txt brings Node"
    pipe: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen([node, str(SCRIPT)], **pipe) as script:  # noqa: S603  our own

        def ask(atlas: Atlas, calls: list[list[Any]]) -> list[Any]:
            assert script.stdin
            assert script.stdout
            texts = dict(payload(atlas))
            script.stdin.write(f"{json.dumps({'texts': texts, 'calls': calls})}\n")
            script.stdin.flush()
            answers: list[Any] = json.loads(script.stdout.readline())
            return answers

        yield ask


@pytest.fixture
def spoken(tiny: Atlas) -> Atlas:
    """Return an atlas in many languages."""
    manifest = tiny.manifest.model_copy(update={"languages": tuple(TAGS)})
    return Atlas(**{**vars(tiny), "manifest": manifest})


def test_they_read_the_same_way(page: Asked, spoken: Atlas) -> None:
    assert page(spoken, [["isRtl", tag] for tag in TAGS]) == [is_rtl(tag) for tag in TAGS]


@pytest.mark.parametrize("key", [*BASES, "inferred-by-author", "noDate", "useReported", "reported"])
def test_they_have_one_word_for_one_thing(page: Asked, spoken: Atlas, key: str) -> None:
    said = page(spoken, [["phrase", tag, key] for tag in TAGS])
    assert said == [words(tag, key) for tag in TAGS]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 10, 11, 99, 100, 103, 1000])
def test_they_count_alike(page: Asked, spoken: Atlas, number: int) -> None:
    said = page(spoken, [["phrase", tag, "crowd", "Ferries", number] for tag in TAGS])
    assert said == [without_isolates(words(tag, "crowd", "Ferries", number)) for tag in TAGS]


@pytest.mark.parametrize("text", ["2017-12", "33.7–33.9", "1.", "..", "v1.2.3"])
def test_they_have_the_same_digits(page: Asked, spoken: Atlas, text: str) -> None:
    assert page(spoken, [["digits", tag, text] for tag in TAGS]) == [
        digits(text, tag) for tag in TAGS
    ]


@pytest.mark.parametrize("time", ["2017-12", "../2018", "2016/..", "2016/2018"])
def test_they_write_a_time_alike(page: Asked, spoken: Atlas, time: str) -> None:
    marks = str.maketrans("", "", "\u2066\u2068\u2069\u200e")
    said = page(spoken, [["dateIn", tag, time] for tag in TAGS])
    assert [one.translate(marks) for one in said] == [
        written_time(time, tag).translate(marks) for tag in TAGS
    ]


@pytest.mark.parametrize("reader", ["en", "ar", "fa"])
def test_they_call_a_language_the_same(page: Asked, spoken: Atlas, reader: str) -> None:
    named = ["en-GB", "ar-SA", "fa", "de", "qqq"]
    said = page(spoken, [["nameOfLanguage", reader, tag] for tag in named])
    assert said == [language_name(tag, reader) for tag in named]


@pytest.mark.parametrize(
    "text", ["plain", "“its own”", "ends ”", "„Wort“", "«mot»", '"a"', "says “so” to us", "‘a’", ""]
)
def test_they_put_marks_round_the_same_words(page: Asked, tiny: Atlas, text: str) -> None:
    assert page(tiny, [["quoted", text]]) == [quoted(text)]


@pytest.mark.parametrize(
    "text",
    [
        *("SECRET نص", "نص SECRET", "46 مقتطفات", "“الممر”", "2018-02-14", "", "שלום", "ދިވެހި"),
        *("\u2066PMF\u2069: قوات", "\u200fPMF", "\u200eنص", "🛶 نص", "؟ PMF", "٢٠١٧ PMF"),
    ],
)
def test_they_take_a_text_to_read_the_same_way(page: Asked, tiny: Atlas, text: str) -> None:
    assert page(tiny, [["isRtlText", text]]) == [is_rtl_text(text)]


HEADLINE = {
    "sentence": {"en": "Ferries run."},
    "hedge": {"en": "So it is said."},
    "claims": ["c-west"],
    "dispute": {"sentence": {"en": "None does."}, "claims": ["c-east"]},
}
SILENT = [{"about": "use", "sentence": {"en": "Nobody says so."}}]
CLAIM = "features.0.properties.claims.0"


@pytest.mark.parametrize("is_used", [True, False])
@pytest.mark.parametrize("is_silent", [True, False])
@pytest.mark.parametrize("is_disputed", [True, False])
def test_they_say_the_same_of_a_stretch(
    page: Asked, build: Build, is_used: bool, is_silent: bool, is_disputed: bool
) -> None:
    file = "data/corridor.geojson"
    changes: list[Any] = [(file, f"{CLAIM}.about", "use" if is_used else "existence")]
    changes += [(file, "features.0.properties.silences", SILENT)] if is_silent else []
    changes += [("data/atlas.json", "headline", HEADLINE)] if is_disputed else []
    atlas = load_atlas(build(*changes))
    stretch = atlas.features["ferry-west"]
    (on_screen,), on_paper = page(atlas, [["facts", stretch.id]]), list(facts_of(atlas, stretch))
    assert on_screen == on_paper
    assert ("useReported" in on_paper) == is_used
    assert ("noUseReported" in on_paper) == (is_silent and not is_used)


def test_they_say_of_the_same_countries_that_no_force_is_in_them(page: Asked) -> None:
    known = shipped().features
    countries = [f for f in known.values() if f.properties.kind == "country"]
    on_paper = {f.properties.country for f in countries if is_forceless(shipped(), f)}
    (on_screen,) = page(shipped(), [["silent"]])
    assert {known[stretch].properties.country for stretch in on_screen} == on_paper != set()
