from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from geo.export_options import ExportOptions, faults_of, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" two\n\tlines \u2028 here", "two lines here"),
        ("\x1b[2Jred\x00", "[2Jred"),
        ("\ufffe\uffff\U0001fffe\ud800kept", "kept"),
        ("الممر $x$ </title> {{ }}", "الممر $x$ </title> {{ }}"),
        ("gnp\u202eexe \u2067x\u2069\u200f", "gnpexe x"),
    ],
)
def test_a_line_of_ones_own_is_one_line_that_every_format_holds(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"title": "W" * 201}, "no more than 200 characters"),
        ({"paper": "a\x1b5"}, r"there is no a\x1b5; there are 'wide', 'a4-landscape'"),
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
    ],
)
def test_options_that_cant_be_met_says_why(given: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError) as error:
        ExportOptions.model_validate(given)
    [why] = faults_of(error.value).values()
    assert words in why
