from __future__ import annotations

from typing import Any

import pytest

from geo.atlas import Atlas
from geo.export.account import account_text
from geo.export.briefing import briefing
from geo.export.dissent import dissent
from geo.export.excerpts import entry
from geo.export.reasons import reasons
from geo.export.words import _WORDS, in_language, words
from geo.order import Order
from geo.reading import load_atlas
from geo.sheet.legible import legible
from geo.tour import numbers
from geo.view import View
from tests.conftest import Build, excerpt


def test_each_excerpt_is_met_once_and_each_claim_of_the_article_told_once() -> None:
    atlas = load_atlas()
    stretches = briefing(atlas, Order())["stretches"]
    met = [excerpt["number"] for stretch in stretches for excerpt in stretch["excerpts"]]
    assert met == sorted(numbers(atlas).values())
    told = [c for s in stretches for e in s["excerpts"] for c in e["claims"]]
    told += [claim for stretch in stretches for claim in stretch["bare"]]
    said = [c for c in atlas.claims.values() if c.basis != "background"]
    assert {one["sentence"]["text"] for one in told} == {one.sentence["en"] for one in said}


def test_an_excerpt_says_where_it_stands_and_what_rests_on_it(tiny: Atlas) -> None:
    first, _ = briefing(tiny, Order())["stretches"][0]["excerpts"]
    assert first["quote"] == "the Salt Guild runs a ferry from Aldport"
    assert (first["paragraph"], first["grade"]) == (2, "C")
    (claim,) = first["claims"]
    assert (claim["mark"], claim["basis"]) == ("ferry-west", "stated")
    assert (claim["words"], claim["modality"]) == ("runs a ferry", "reported")
    assert claim["hedges"] == ["suggest"]


@pytest.mark.parametrize(
    ("title", "body", "paragraph", "said"),
    [
        ("The Amber Ferry", None, 0, "headline"),
        ("Another", None, 1, "Paragraph 1"),
        ("Another", {"start": 17, "end": 188}, None, "outside the body of the article"),
    ],
)
def test_where_an_excerpt_stands_is_said_as_a_reader_counts(
    build: Build, title: str, body: Any, paragraph: int | None, said: str
) -> None:
    sealed = excerpt("e-ferry", "The Amber Ferry")
    atlas = load_atlas(
        build(
            ("data/sources.json", "0.title", title),
            ("data/sources.json", "0.body", body),
            ("data/excerpts.json", "0", sealed),
        )
    )
    told = briefing(atlas, Order())
    one, _ = told["stretches"][0]["excerpts"]
    assert (one["quote"], one["paragraph"]) == ("The Amber Ferry", paragraph)
    assert entry(one, told)[0].text == said
    assert f"“The Amber Ferry” ({said}; e-ferry)" in account_text(
        atlas, atlas.features["ferry-west"], "en"
    )
    row = next(reasons(atlas, "en"))
    assert row["paragraph"] == ("" if paragraph is None else paragraph)


def test_a_second_reason_points_back_to_the_first(build: Build) -> None:
    path = "features.0.properties.claims.0.excerpts"
    atlas = load_atlas(build(("data/forces.geojson", path, ["e-ferry", "e-guard"])))
    excerpts = [e for s in briefing(atlas, Order())["stretches"] for e in s["excerpts"]]
    found = {excerpt["quote"]: (len(excerpt["claims"]), excerpt["also"]) for excerpt in excerpts}
    assert found["The Harbour League guards Brunn"] == (0, [1])


def test_what_has_no_excerpt_and_what_is_background_stand_apart(tiny: Atlas) -> None:
    told = briefing(tiny, Order())
    bare = [claim for stretch in told["stretches"] for claim in stretch["bare"]]
    (inferred,) = bare
    assert inferred["note"]["text"] == "It has to land."
    assert [one["text"] for one in inferred["from"]] == ["So it is."]
    assert inferred["refs"] == [1]  # the excerpts of what it is inferred from
    (mark,) = told["background"]
    assert [claim["sources"] for claim in mark["claims"]] == [["S2"]]
    assert [(one["key"], one["id"]) for one in told["sources"]] == [("S2", "almanac")]
    assert told["article"]["key"] == "S1"


def test_what_is_said_of_a_whole_is_shown_at_each_stretch_as_the_wholes(build: Build) -> None:
    stretches = briefing(load_atlas(build(*hosts())), Order())["stretches"]
    corridor = [one for one in stretches if one["id"].startswith("ferry-")]
    assert len(corridor) == 2
    for stretch in corridor:
        (whole,) = stretch["wholes"]
        assert whole["name"] == "ferry-whole"
        assert [one["mark"] for one in whole["claims"]] == ["ferry-whole", "guild-whole"]
        assert all(one["mark"] != "ferry-whole" for one in stretch["bare"])


def test_findings_are_numbered_sentences_with_the_claims_that_they_rest_on(build: Build) -> None:
    finding = {"sentence": {"en": "A ferry runs.", "ar": "تسير عبّارة."}, "claims": ["c-west"]}
    against = {"sentence": {"en": "An almanac disputes it."}, "claims": ["c-depth"]}
    headline = {**finding, "hedge": {"en": "Reports suggest it."}, "dispute": against}
    known = ("data/atlas.json", "findings", [finding])
    atlas = load_atlas(build(known, ("data/atlas.json", "headline", headline)))
    told = briefing(atlas, Order(view=View(language="ar")))
    (one,) = told["findings"]
    assert (one["number"], one["sentence"]["text"]) == (1, "تسير عبّارة.")
    assert one["sentence"]["rtl"]
    assert [claim["hedges"] for claim in one["claims"]] == [["suggest"]]
    assert told["headline"]["hedge"] == {
        "text": "Reports suggest it.",
        "lang": "en",
        "rtl": False,
    }
    assert [claim["sources"] for claim in told["headline"]["dispute"]["claims"]] == [["S2"]]


def test_who_disputes_a_claim_is_said_from_both_ends(build: Build) -> None:
    path = "features.1.properties.claims.1.relations"
    note = {"en": "It names a bridge."}
    relation = {"kind": "contradicts", "to": "c-west", "on": "existence", "note": note}
    told = briefing(load_atlas(build(("data/corridor.geojson", path, [relation]))), Order())
    ((disputed, against),) = told["dissent"]
    for (claim,), key in ((disputed, "disputed_by"), (against, "contradicts")):
        (one,) = claim["relations"]
        assert (one["key"], one["on"]) == (key, "on_existence")
        assert one["note"]["text"] == "It names a bridge."


@pytest.mark.parametrize(
    ("language", "others", "said"),
    [
        ("en", [], ""),
        ("ar", ["en"], "ما لم يُترجم يبقى بهذه اللغة: الإنجليزية."),
        ("en", ["fa"], "What is not translated stands in Persian."),
        ("en", ["tr"], "What is not translated stands in tr."),
    ],
)
def test_it_says_in_which_language_that_stands_which_is_not_translated(
    language: str, others: list[str], said: str
) -> None:
    assert in_language(language, "untranslated", others) == said


@pytest.mark.parametrize(("language", "said"), [("en", ""), ("fa", "انگلیسی")])
def test_it_is_said_only_when_something_is_not_translated(
    tiny: Atlas, language: str, said: str
) -> None:
    told = briefing(tiny, Order(view=View(language=language)))
    for key in ("untranslated", "quotes_in"):
        assert told[key].endswith(f"{said}." if said else "")
        assert bool(told[key]) == bool(said)


RELATIONS = "features.1.properties.claims.{}.relations"


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
    said = {n: [{"kind": "contradicts", "to": one} for one in d] for n, d in disputes.items()}
    none: dict[int, list[dict[str, str]]] = {1: []}
    breaks = [
        ("data/corridor.geojson", RELATIONS.format(n), found) for n, found in (none | said).items()
    ]
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
