"""How an atlas was made is read with it, counted, and part of its digest."""

from __future__ import annotations

from typing import Any

import pytest

from geo.atlas.errors import AtlasError
from geo.atlas.making import MAKING, Made, Making, making_summary
from geo.atlas.reading import load_atlas
from geo.atlas.summary import seal_summary
from tests.conftest import Build

PROPOSER = {"name": "gazetteer", "version": "1"}
BY_HAND = {"accepted_by": "M.K.", "accepted_at": "2026-11-30T17:05:00Z"}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        (BY_HAND, "by hand"),
        ({**BY_HAND, "proposed_by": PROPOSER}, "proposed"),
        ({**BY_HAND, "proposed_by": PROPOSER, "changed": True}, "proposed"),
        ({"proposed_by": PROPOSER}, "unjudged"),
        ({}, "unjudged"),
        ({"taken_from": "0" * 64}, "taken"),
        ({**BY_HAND, "taken_from": "0" * 64, "changed": True}, "by hand"),
    ],
)
def test_a_record_is_counted_as_it_was_made(fields: dict[str, Any], kind: str) -> None:
    assert Made.model_validate(fields).kind == kind


def test_the_summary_counts_all_three_kinds_of_records() -> None:
    hand, proposed = Made.model_validate(BY_HAND), Made.model_validate({"proposed_by": PROPOSER})
    making = Making(excerpts={"e1": hand}, claims={"c1": hand}, positions={"p": proposed})
    assert making_summary(making) == "2 by hand, 0 proposed and accepted, 1 unjudged"


def test_it_is_part_of_the_digest_and_of_the_summary(build: Build) -> None:
    without = load_atlas(build())
    atlas = load_atlas(build((MAKING, "", {"claims": {"c-west": BY_HAND}})))
    assert atlas.digest != without.digest
    assert "made      1 by hand" in seal_summary(atlas)
    assert "made" not in seal_summary(without)


@pytest.mark.parametrize(
    "making",
    [
        {"claims": {"c-west": {"accepted_by": ""}}},
        {"claims": {"c-west": {"accepted_at": "yesterday"}}},
        {"claims": {"c-west": {"approved": True}}},
        {"claims": {"C West": BY_HAND}},
        [],
    ],
)
def test_another_form_is_refused(build: Build, making: Any) -> None:
    with pytest.raises(AtlasError, match=MAKING):
        load_atlas(build((MAKING, "", making)))
