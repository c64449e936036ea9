from __future__ import annotations

from typing import Any

import pytest

from geo.atlas import Atlas
from geo.export.briefing import briefing
from geo.export.dissent import dissent
from geo.export.words import _WORDS, untranslated, words
from geo.order import Order
from geo.reading import load_atlas
from geo.sheet.legible import legible
from geo.tour import numbers
from tests.conftest import Build


def test_each_excerpt_is_met_once_and_each_claim_of_the_article_told_once() -> None:
    atlas = load_atlas()
    stretches = briefing(atlas, Order())["stretches"]
    met = [excerpt["number"] for stretch in stretches for excerpt in stretch["excerpts"]]
    assert met == sorted(numbers(atlas).values())
    told = [c for s in stretches for e in s["excerpts"] for c in e["claims"]]
    told += [claim for stretch in stretches for claim in stretch["bare"]]
    said = [c for c in atlas.claims.values() if c.basis != "background"]
    assert {claim["sentence"] for claim in told} == {claim.sentence for claim in said}


def test_an_excerpt_says_where_it_stands_and_what_rests_on_it(tiny: Atlas) -> None:
    excerpt, _ = briefing(tiny, Order())["stretches"][0]["excerpts"]
    assert excerpt["quote"] == "the Salt Guild runs a ferry from Aldport"
    assert (excerpt["paragraph"], excerpt["hedges"], excerpt["grade"]) == (2, ["suggest"], "C")
    (claim,) = excerpt["claims"]
    assert (claim["mark"], claim["verb"], claim["basis"]) == ("ferry-west", "runs", "stated")


def test_a_second_reason_points_back_to_the_first(build: Build) -> None:
    path = "features.0.properties.claims.0.excerpts"
    atlas = load_atlas(build(("data/forces.geojson", path, ["e-ferry", "e-guard"])))
    excerpts = [e for s in briefing(atlas, Order())["stretches"] for e in s["excerpts"]]
    found = {excerpt["quote"]: (len(excerpt["claims"]), excerpt["also"]) for excerpt in excerpts}
    assert found["The Harbour League guards Brunn"] == (0, [1])


def test_what_has_no_excerpt_and_what_is_background_stand_apart(tiny: Atlas) -> None:
    told = briefing(tiny, Order())
    bare = [claim for stretch in told["stretches"] for claim in stretch["bare"]]
    assert [claim["note"] for claim in bare] == ["It has to land."]
    (mark,) = told["background"]
    assert [claim["sources"] for claim in mark["claims"]] == [["S2"]]
    assert [(one["key"], one["id"]) for one in told["sources"]] == [("S2", "almanac")]
    assert told["article"]["key"] == "S1"


def test_a_stretch_without_a_new_excerpt_has_the_claims_of_its_own_that_older_ones_bear() -> None:
    stretches = {one["id"]: one for one in briefing(load_atlas(), Order())["stretches"]}
    lebanon = stretches["corridor-lebanon"]
    assert lebanon["excerpts"] == []
    assert [one["number"] for one in lebanon["again"]] == [2, 3, 5]
    marks = {claim["mark"] for one in lebanon["again"] for claim in one["claims"]}
    assert all("Lebanon" in mark for mark in marks)
    assert [one for one, told in stretches.items() if not told["placed"]] == ["unplaced"]


@pytest.mark.parametrize(
    ("language", "article", "said"),
    [
        ("en", "en", ""),
        ("en", "en-GB", ""),
        ("ar", "en", "الاقتباسات والأقوال والملاحظات بلغة المقال: الإنجليزية."),
        ("en", "fa", "Quotes, claims and notes stand in the language of the article: Persian."),
        ("en", "tr", "Quotes, claims and notes stand in the language of the article: tr."),
    ],
)
def test_it_says_in_which_language_the_sentences_stand(
    language: str, article: str, said: str
) -> None:
    assert untranslated(language, article) == said


DISPUTES = "features.1.properties.claims.{}.disputes"


@pytest.mark.parametrize(
    ("disputes", "sides"),
    [
        ({0: ["c-west"]}, [(["c-west"], ["c-east"])]),
        ({0: ["c-west"], 1: ["c-west"]}, [(["c-west"], ["c-east", "c-depth"])]),
        ({0: ["c-depth"], 1: ["c-east"]}, [(["c-east"], ["c-depth"])]),
        ({0: ["c-west"], 1: ["c-guard"]}, [(["c-west"], ["c-east"]), (["c-guard"], ["c-depth"])]),
        ({0: []}, []),
    ],
)
def test_a_quarrel_has_two_sides(
    build: Build, disputes: dict[int, list[str]], sides: list[tuple[list[str], list[str]]]
) -> None:
    breaks = [("data/corridor.geojson", DISPUTES.format(n), d) for n, d in disputes.items()]
    found = dissent(load_atlas(build(*breaks)))
    assert [([c.id for c in one], [c.id for c in other]) for one, other in found] == sides


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain الممر می\u200cگوید α → ", "plain الممر می\u200cگوید α [U+2192] "),
        ("\u202etxt.exe", "[U+202E]txt.exe"),
        ({"a": ["🛶", 1, None]}, {"a": ["[canoe]", 1, None]}),
    ],
)
def test_what_no_font_shows_is_spelled_out(value: Any, shown: Any) -> None:
    assert legible(value) == shown


def test_a_line_that_stands_alone_keeps_its_direction() -> None:
    assert legible("\u2067تهران\u2069 🛶", turns=True) == "\u2067تهران\u2069 [canoe]"


def test_every_language_has_all_words() -> None:
    assert {frozenset(known) for known in _WORDS.values()} == {frozenset(_WORDS["en"])}
    assert words("de") == words("en")
