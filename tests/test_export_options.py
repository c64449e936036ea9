from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from geo.export_options import ExportOptions, Note, faults_of, one_line

NOTE = {"at": [36.3, 33.5], "text": "Ask the desk"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" two\n\tlines \u2028 here", "two lines here"),
        ("\x1b[2Jred\x00", "[2Jred"),
        ("\ufffe\uffff\U0001fffe\ud800kept", "kept"),
        ("الممر $x$ </title> {{ }}", "الممر $x$ </title> {{ }}"),
        ("gnp\u202eexe \u2067x\u2069\u200f", "gnpexe x"),
        ("a \u202e b", "a b"),
    ],
)
def test_a_line_of_ones_own_is_one_line_that_every_format_holds(text: str, line: str) -> None:
    assert one_line(text) == line
    assert Note(at=(1, 2), text=text).text == line


@pytest.mark.parametrize(
    ("older", "paper"), [("a4-landscape", "a4"), ("letter-landscape", "letter"), ("a4", "a4")]
)
def test_a_paper_is_landscape_unless_it_says_portrait(older: str, paper: str) -> None:
    assert ExportOptions.model_validate({"paper": older}).paper == paper


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"title": "W" * 201}, "no more than 200 characters"),
        ({"paper": "a\x1b5"}, r"there is no a\x1b5; there are 'wide', 'a4', 'a4-portrait'"),
        ({"address": "javascript:alert(1)"}, "begins with http:// or https://"),
        ({"address": "nowhere"}, "begins with http:// or https://"),
        ({"view": {"extent": (1, 2, 3)}}, "an extent is west,south,east,north"),
        ({"view": {"extent": (3, 2, 1, 0)}}, "an extent is west,south,east,north"),
        ({"view": {"bases": ["guessed"]}}, "there is no guessed; there are 'stated'"),
        ({"view": {"layers": ["X Y"]}}, "X Y is not small letters and digits"),
        ({"view": {"language": "?"}}, "? is not a language tag"),
        ({"made": 5}, "write a date as YYYY-MM-DD"),
        ({"made": "next week"}, "write a date as YYYY-MM-DD"),
        ({"colour": "red"}, "there is no option of that name"),
        ({"notes": [{"at": [1, 2]}]}, "note 1: it has neither a text nor another place"),
        ({"notes": [NOTE, {"at": [1, 2], "to": [1, 2.0001]}]}, "note 2: it has neither a text nor"),
        ({"notes": [{"at": [1, 86], "text": "x"}]}, "note 1: a place is longitude,latitude"),
        ({"notes": [{"at": ["nan", 0], "text": "x"}]}, "note 1: a place is longitude,latitude"),
        ({"notes": [{"at": ["east", 0], "text": "x"}]}, "note 1: east is no number"),
        ({"notes": [{**NOTE, "text": "W" * 141}]}, "note 1: no more than 140 characters"),
        ({"notes": [{**NOTE, "colour": "red"}]}, "note 1: there is no option of that name"),
        ({"notes": [{"text": "x"}]}, 'note 1: a note is {"at": [longitude, latitude]'),
        ({"notes": [{**NOTE, "text": 7}]}, 'note 1: a note is {"at": [longitude, latitude]'),
        ({"notes": ["x"]}, 'note 1: a note is {"at": [longitude, latitude]'),
        ({"notes": 7}, 'a note is {"at": [longitude, latitude]'),
        ({"notes": [NOTE] * 13}, "a map has 12 at most"),
    ],
)
def test_options_that_cant_be_met_says_why(given: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError) as error:
        ExportOptions.model_validate(given)
    [why] = faults_of(error.value).values()
    assert words in why


def test_notes_come_back_from_json_as_they_were() -> None:
    arrow = {"at": [36.31234, -0.0001], "to": [38, 34]}
    options = ExportOptions.model_validate({"notes": [NOTE, arrow]})
    assert options.notes[1] == Note(at=(36.312, 0), to=(38, 34))
    assert ExportOptions.model_validate_json(options.model_dump_json()) == options
