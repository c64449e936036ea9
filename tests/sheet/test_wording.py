from __future__ import annotations

from typing import Any

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Source
from geo.sheet.wording import modality_text, origin, wording
from tests.conftest import STORY, claim


def stated(**more: Any) -> Claim:
    said = {"words": "runs a ferry", "excerpts": ["e-1"], **more}
    return Claim.model_validate(claim("c", "stated", **said))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, ""),
        ({"modality": "reported"}, "reported"),
        ({"modality": "asserted", "hedges": ["bid"]}, "asserted, hedged: “bid”"),
        ({"modality": "presupposed", "hedges": ["bid"]}, "presupposed, hedged: “bid”"),
        ({"modality": "presupposed"}, "presupposed"),
        ({"modality": "conditional", "hedges": ["If", "perhaps"]}, "conditional: “If”, “perhaps”"),
    ],
)
def test_what_weakens_a_claim_is_said(more: dict[str, Any], said: str) -> None:
    assert modality_text(stated(**more), "en") == said
    assert wording(stated(**more), "en") == " · ".join(filter(None, ("“runs a ferry”", said)))


def test_from_right_to_left_printed_words_keep_their_own_direction() -> None:
    said = wording(stated(modality="reported", hedges=["it is said"]), "ar")
    assert "\u2068“runs a ferry”\u2069" in said
    assert "\u2068“it\u00a0is\u00a0said”\u2069" in said
    assert said.index("runs") < said.index("وفق تقارير")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({}, ("a story", "no date printed", "grade C (fairly reliable)")),
        ({"published": "2017-12"}, ("a story", "2017-12", "grade C (fairly reliable)")),
        (
            {"dated": {"at": "2017-12", "basis": "inferred", "note": {"en": "so"}}},
            ("a story", "no date printed; dated 2017-12 by us", "grade C (fairly reliable)"),
        ),
    ],
)
def test_a_source_says_what_it_is_and_from_when(
    tiny: Atlas, source: dict[str, Any], said: tuple[str, ...]
) -> None:
    assert origin(tiny, Source.model_validate({**STORY, **source}), "en") == said
