from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from geo.order import Order, one_line


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
        ({"title": "W" * 201}, "at most 200"),
        ({"paper": "a5"}, "Input should be"),
        ({"address": "javascript:alert(1)"}, "URL scheme"),
        ({"view": {"bases": ["guessed"]}}, "Input should be"),
        ({"colour": "red"}, "Extra inputs"),
    ],
)
def test_an_order_that_cant_be_met_is_refused(given: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Order.model_validate(given)
