from __future__ import annotations

import json
from typing import Any

import pytest

from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import UNPLACED
from geo.atlas.reading import load_atlas
from geo.atlas.view import View
from geo.export_options import PARTS, ExportOptions, Part
from geo.formats.briefing.content import make_briefing
from geo.formats.briefing.document import as_json
from geo.formats.briefing.excerpts import excerpt_paragraphs
from geo.formats.description import description_text
from geo.formats.localise import LocalText
from geo.formats.reason_rows import reason_rows
from geo.sheet.missing_glyphs import legible
from geo.text.bidi import FORMATTING, without_isolates
from geo.text.catalogue import named
from tests.conftest import Build, excerpt, shipped


def test_each_excerpt_and_each_claim_of_the_article_is_there_once() -> None:
    atlas = shipped()
    stretches = make_briefing(atlas, ExportOptions()).stretches
    met = [excerpt.number for stretch in stretches for excerpt in stretch.excerpts]
    assert met == sorted(atlas.excerpt_numbers.values())
    entries = [c for s in stretches for e in s.excerpts for c in e.claims]
    entries += [claim for stretch in stretches for claim in stretch.inferred]
    of_article = [c for c in atlas.claims.values() if c.basis != "background"]
    sentences = [entry.sentence.text for entry in entries]
    assert set(sentences) == {claim.sentence["en"] for claim in of_article}
    assert len(sentences) == len(set(sentences))


def test_an_excerpt_says_where_it_stands_and_what_rests_on_it(tiny: Atlas) -> None:
    first, _ = make_briefing(tiny, ExportOptions()).stretches[0].excerpts
    assert first.quote == "“the Salt Guild runs a ferry from Aldport”"
    assert (first.paragraph, first.grade) == (2, "C")
    (claim,) = first.claims
    assert (claim.mark, claim.basis) == ("ferry-west", "stated")
    wording = (claim.words, claim.modality, claim.hedges)
    assert wording == ("“runs a ferry”", "reported", ("“suggest”",))


@pytest.mark.parametrize(
    ("title", "body", "paragraph", "said"),
    [
        ("The Amber Ferry", None, 0, "headline"),
        ("Another", None, 1, "paragraph 1"),
        ("Another", {"start": 17, "end": 188}, None, "outside the body"),
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
    briefing = make_briefing(atlas, ExportOptions())
    entry, _ = briefing.stretches[0].excerpts
    assert (entry.quote, entry.paragraph) == ("“The Amber Ferry”", paragraph)
    assert excerpt_paragraphs(entry, briefing)[0].text == said
    assert f"“The Amber Ferry” ({said}; e-ferry)" in description_text(
        atlas, atlas.features["ferry-west"], "en"
    )
    row = next(reason_rows(atlas, "en"))
    assert row["paragraph"] == ("" if paragraph is None else paragraph)


def test_a_second_reason_points_back_to_the_first(build: Build) -> None:
    path = "features.0.properties.claims.0.excerpts"
    atlas = load_atlas(build(("data/forces.geojson", path, ["e-ferry", "e-guard"])))
    excerpts = [e for s in make_briefing(atlas, ExportOptions()).stretches for e in s.excerpts]
    found = {excerpt.quote: (len(excerpt.claims), excerpt.also_under) for excerpt in excerpts}
    assert found["“The Harbour League guards Brunn”"] == (0, (1,))


def test_what_has_no_excerpt_and_what_is_background_stand_apart(tiny: Atlas) -> None:
    briefing = make_briefing(tiny, ExportOptions())
    (claim,) = (claim for stretch in briefing.stretches for claim in stretch.inferred)
    assert claim.note == LocalText("It has to land.", "en", rtl=False)
    assert [premise.text for premise in claim.premises] == ["So it is."]
    assert claim.excerpt_numbers == (1,)
    (mark,) = briefing.background
    assert [claim.source_keys for claim in mark.claims] == [("S2",)]
    assert [(source.key, source.id) for source in briefing.sources] == [("S2", "almanac")]
    assert briefing.article.key == "S1"


def test_a_stretch_without_a_new_excerpt_has_what_is_said_of_the_wholes_it_is_part_of() -> None:
    stretches = {
        stretch.id: stretch for stretch in make_briefing(shipped(), ExportOptions()).stretches
    }
    west = stretches["corridor-syria-west"]
    assert west.excerpts == ()
    assert [whole.mark for whole in west.wholes] == [
        *("The land corridor, as a whole", "The “Iranian supply lines”")
    ]
    marks = [{claim.mark for claim in whole.claims} for whole in west.wholes]
    assert marks == [
        {"The land corridor, as a whole", "IRGC, of “the corridor”"},
        {"The “Iranian supply lines”"},
    ]
    assert all(claim.excerpt_numbers for whole in west.wholes for claim in whole.claims)
    route = "The Tehran–Damascus route"
    of_route = [id_ for id_, s in stretches.items() if route in [w.mark for w in s.wholes]]
    assert of_route == ["corridor-iran", "corridor-iraq", "corridor-syria-east"]
    assert [s.id for s in stretches.values() if not s.placed] == [UNPLACED]


@pytest.mark.parametrize(
    ("language", "article", "said"),
    [
        ("en", "en", ""),
        ("en", "en-GB", ""),
        ("ar", "en", "الاقتباسات كما طُبعت، بهذه اللغة: الإنجليزية."),
        ("en", "fa", "Quotes stand as printed, in Persian."),
        ("en", "tr", "Quotes stand as printed, in Turkish."),
    ],
)
def test_it_says_in_which_language_the_quotes_stand(
    build: Build, language: str, article: str, said: str
) -> None:
    atlas = load_atlas(build(("data/sources.json", "0.language", article)))
    assert make_briefing(atlas, ExportOptions(view=View(language=language))).quotes_in == said


def test_a_sentence_comes_with_the_language_that_it_is_in(build: Build) -> None:
    path = "features.0.properties.claims.0.sentence"
    both = {"en": "So it is.", "ar": "هو كذلك."}
    atlas = load_atlas(build(("data/corridor.geojson", path, both)))
    briefing = make_briefing(atlas, ExportOptions(view=View(language="ar")))
    claims = [c for s in briefing.stretches for e in s.excerpts for c in e.claims]
    found = {claim.mark: claim.sentence for claim in claims}
    assert found["ferry-west"] == LocalText("هو كذلك.", "ar", rtl=True)
    assert found["brunn"] == LocalText("So it is.", "en", rtl=False)
    assert briefing.untranslated == without_isolates(named("ar", "untranslated", ["en"]))


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


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_no_text_has_isolates_which_a_page_would_spell_out(language: str) -> None:
    briefing = make_briefing(shipped(), ExportOptions(view=View(language=language)))
    texts = {name: value for name, value in as_json(briefing).items() if name != "words"}
    assert not set(json.dumps(texts, ensure_ascii=False)) & FORMATTING


@pytest.mark.parametrize(
    ("parts", "left_out"),
    [
        (set(PARTS), []),
        ({"dissent"}, ["findings", "stretches", "background"]),
        ({"findings", "excerpts"}, ["disputes", "background", "sources"]),
    ],
)
def test_parts_that_are_not_asked_for_are_empty(parts: set[Part], left_out: list[str]) -> None:
    briefing = make_briefing(shipped(), ExportOptions(parts=frozenset(parts)))
    by_part = ("findings", "stretches", "disputes", "background", "sources")
    assert [name for name in by_part if not getattr(briefing, name)] == left_out
