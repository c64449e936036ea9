from __future__ import annotations

from typing import Any

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import numbers
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.export_options import ExportOptions
from geo.formats.briefing.content import briefing
from geo.formats.briefing.dissent import dissent
from geo.formats.briefing.excerpts import entry
from geo.formats.description import account_text
from geo.formats.evidence_rows import reasons
from geo.formats.words import _WORDS, in_language, words
from geo.sheet.missing_glyphs import legible
from tests.conftest import Build, excerpt


def test_each_excerpt_is_met_once_and_each_claim_of_the_article_told_once() -> None:
    atlas = load_atlas()
    stretches = briefing(atlas, ExportOptions())["stretches"]
    met = [excerpt["number"] for stretch in stretches for excerpt in stretch["excerpts"]]
    assert met == sorted(numbers(atlas).values())
    told = [c for s in stretches for e in s["excerpts"] for c in e["claims"]]
    told += [claim for stretch in stretches for claim in stretch["bare"]]
    said = [c for c in atlas.claims.values() if c.basis != "background"]
    sentences = [claim["sentence"]["text"] for claim in told]
    assert set(sentences) == {claim.sentence["en"] for claim in said}
    assert len(sentences) == len(set(sentences))


def test_an_excerpt_says_where_it_stands_and_what_rests_on_it(tiny: Atlas) -> None:
    first, _ = briefing(tiny, ExportOptions())["stretches"][0]["excerpts"]
    assert first["quote"] == "the Salt Guild runs a ferry from Aldport"
    assert (first["paragraph"], first["grade"]) == (2, "C")
    (claim,) = first["claims"]
    assert (claim["mark"], claim["basis"]) == ("ferry-west", "stated")
    said = (claim["words"], claim["modality"], claim["hedges"])
    assert said == ("runs a ferry", "reported", ["suggest"])


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
    told = briefing(atlas, ExportOptions())
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
    excerpts = [e for s in briefing(atlas, ExportOptions())["stretches"] for e in s["excerpts"]]
    found = {excerpt["quote"]: (len(excerpt["claims"]), excerpt["also"]) for excerpt in excerpts}
    assert found["The Harbour League guards Brunn"] == (0, [1])


def test_what_has_no_excerpt_and_what_is_background_stand_apart(tiny: Atlas) -> None:
    told = briefing(tiny, ExportOptions())
    bare = [claim for stretch in told["stretches"] for claim in stretch["bare"]]
    assert [claim["note"]["text"] for claim in bare] == ["It has to land."]
    assert [[one["text"] for one in claim["from"]] for claim in bare] == [["So it is."]]
    assert [claim["refs"] for claim in bare] == [[1]]
    (mark,) = told["background"]
    assert [claim["sources"] for claim in mark["claims"]] == [["S2"]]
    assert [(one["key"], one["id"]) for one in told["sources"]] == [("S2", "almanac")]
    assert told["article"]["key"] == "S1"


def test_a_stretch_without_a_new_excerpt_has_what_is_said_of_the_wholes_it_is_part_of() -> None:
    stretches = {one["id"]: one for one in briefing(load_atlas(), ExportOptions())["stretches"]}
    west = stretches["corridor-syria-west"]
    assert west["excerpts"] == []
    assert [whole["name"] for whole in west["wholes"]] == [
        *("The land corridor, as a whole", "The “Iranian supply lines”")
    ]
    marks = [{claim["mark"] for claim in whole["claims"]} for whole in west["wholes"]]
    assert marks == [
        {"The land corridor, as a whole", "IRGC, of the corridor as a whole"},
        {"The “Iranian supply lines”"},
    ]
    assert all(claim["refs"] for whole in west["wholes"] for claim in whole["claims"])
    route = "The Tehran–Damascus route"
    of_route = [one for one, s in stretches.items() if route in [w["name"] for w in s["wholes"]]]
    assert of_route == ["corridor-iran", "corridor-iraq", "corridor-syria-east"]
    assert [one for one, told in stretches.items() if not told["placed"]] == ["unplaced"]


@pytest.mark.parametrize(
    ("language", "others", "said"),
    [
        ("en", [], ""),
        ("ar", ["en"], "ما لم يُترجم يبقى بهذه اللغة: الإنجليزية."),
        ("en", ["en-GB", "fa"], "What is not translated stands in English, Persian."),
        ("en", ["tr"], "What is not translated stands in tr."),
    ],
)
def test_it_says_in_which_language_the_sentences_stand(
    language: str, others: list[str], said: str
) -> None:
    assert in_language(language, "untranslated", others) == said


@pytest.mark.parametrize(
    ("language", "article", "said"),
    [
        ("en", "en", ""),
        ("en", "en-GB", ""),
        ("ar", "en", "الاقتباسات كما طُبعت، بهذه اللغة: الإنجليزية."),
        ("en", "fa", "Quotes stand as printed, in Persian."),
        ("en", "tr", "Quotes stand as printed, in tr."),
    ],
)
def test_it_says_in_which_language_the_quotes_stand(
    build: Build, language: str, article: str, said: str
) -> None:
    atlas = load_atlas(build(("data/sources.json", "0.language", article)))
    assert briefing(atlas, ExportOptions(view=View(language=language)))["quotes_in"] == said


def test_a_sentence_comes_with_the_language_that_it_is_in(build: Build) -> None:
    path = "features.0.properties.claims.0.sentence"
    both = {"en": "So it is.", "ar": "هو كذلك."}
    told = briefing(
        load_atlas(build(("data/corridor.geojson", path, both))),
        ExportOptions(view=View(language="ar")),
    )
    claims = [c for s in told["stretches"] for e in s["excerpts"] for c in e["claims"]]
    found = {claim["mark"]: claim["sentence"] for claim in claims}
    assert found["ferry-west"] == {"text": "هو كذلك.", "lang": "ar", "rtl": True}
    assert found["brunn"] == {"text": "So it is.", "lang": "en", "rtl": False}
    assert told["untranslated"] == in_language("ar", "untranslated", ["en"])


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
    breaks = [
        (
            "data/corridor.geojson",
            RELATIONS.format(number),
            [{"kind": "contradicts", "to": one} for one in disputes.get(number, [])],
        )
        for number in (0, 1)
    ]
    found = dissent(load_atlas(build(*breaks)))
    assert [([c.id for c in one], [c.id for c in other]) for one, other in found] == sides


@pytest.mark.parametrize("kind", ["supports", "repeats", "corrects", "updates"])
def test_only_what_contradicts_is_a_quarrel(build: Build, kind: str) -> None:
    path = RELATIONS.format(1)
    atlas = load_atlas(build(("data/corridor.geojson", path, [{"kind": kind, "to": "c-west"}])))
    assert dissent(atlas) == []


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
