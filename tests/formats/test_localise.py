from __future__ import annotations

import pytest

from geo.atlas.atlas import Atlas
from geo.formats.localise import Localiser, LocalText

BOTH = {"en": "It is.", "ar": "هو كذلك."}


@pytest.mark.parametrize(
    ("language", "texts", "local", "others"),
    [
        ("ar", BOTH, LocalText("هو كذلك.", "ar", rtl=True), set()),
        ("en", BOTH, LocalText("It is.", "en", rtl=False), set()),
        ("fa", BOTH, LocalText("It is.", "en", rtl=False), {"en"}),  # the article's
        ("en", {"fa": "هست"}, LocalText("هست", "fa", rtl=True), {"fa"}),
    ],
)
def test_a_reader_gets_a_sentence_with_its_language(
    tiny: Atlas, language: str, texts: dict[str, str], local: LocalText, others: set[str]
) -> None:
    localiser = Localiser(tiny, language)
    assert localiser.localise(texts) == local
    assert localiser.localise_optional(texts) == local
    assert localiser.other_languages == others


def test_what_is_not_given_is_none(tiny: Atlas) -> None:
    localiser = Localiser(tiny, "en")
    assert localiser.localise_optional(None) is None
    assert localiser.time_optional(None) is None
    assert localiser.other_languages == set()
