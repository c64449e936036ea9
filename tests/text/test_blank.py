import pytest

from geo.text.blank import is_blank


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\u200b", "\u00ad\u3000", "\u115f", "\u3164\u1160", "\u2800", "\u200e"],
)
def test_what_shows_nothing_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", [".", "a", " ٫ ", "\u3164가", "🛶"])
def test_what_shows_something_is_not(text: str) -> None:
    assert not is_blank(text)
