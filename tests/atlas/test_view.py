from __future__ import annotations

from math import nan
from typing import Any

import pytest
from pydantic import ValidationError

from geo.atlas.atlas import Atlas
from geo.atlas.model import BASES, Basis
from geo.atlas.reading import load_atlas
from geo.atlas.view import View, narrowed
from tests.conftest import STORY, WHOLE, Build, claim, names, source, texts

ATLAS, CORRIDOR = "data/atlas.json", "data/corridor.geojson"
SOURCES, WAYPOINTS = "data/sources.json", "data/waypoints.geojson"
WATCH_CLAIM = claim("c-watch", "stated", actors=["league"], words="guards", excerpts=["e-guard"])


def finding(*claims: str) -> dict[str, Any]:
    return {"sentence": texts("So it is."), "claims": list(claims)}


def rests_on(one: str) -> dict[str, Any]:
    return {"source": one, "how": "quotes"}


def a_part(one: str, *, stated: bool = True) -> dict[str, Any]:
    look = {"shape": "square", "hue": "#1f4e8c"}
    return {"id": one, "names": names(one), "stated": stated, **look}


def layers(atlas: Atlas) -> list[str]:
    return [layer.id for layer in atlas.manifest.layers]


def test_the_first_view_is_what_the_page_opens_with(build: Build) -> None:
    atlas = load_atlas(build((ATLAS, "layers.1.visible", False)))
    assert layers(narrowed(atlas, View())) == ["ferry", "unplaced"]
    assert "brunn" not in narrowed(atlas, View()).features
    whole = narrowed(atlas, View(), hidden=True)
    assert whole.features == atlas.features
    assert whole.manifest.layers == atlas.manifest.layers  # the hidden one still hidden


@pytest.mark.parametrize(
    ("view", "features", "claims", "excerpts", "actors"),
    [
        (
            View(layers=frozenset({"guards"})),
            ["brunn", "isle-rho"],
            ["c-guard", "c-isle"],
            ["e-isle", "e-guard"],
            ["league"],
        ),
        (
            View(bases=frozenset({"stated"})),
            ["ferry-west", "brunn", "isle-rho"],
            ["c-west", "c-guard", "c-isle"],
            ["e-ferry", "e-isle", "e-guard"],
            ["guild", "league"],
        ),
        (
            View(extent=(10, 0, 12, 2)),
            ["ferry-west", "isle-rho"],
            ["c-west", "c-isle"],
            ["e-ferry", "e-isle"],
            ["guild"],
        ),
        (View(bases=frozenset({"inferred"})), ["ferry-east"], ["c-east"], ["e-ferry"], []),
        (View(layers=frozenset(), bases=frozenset({"inferred"})), [], [], [], []),
    ],
)
def test_what_is_left_out_takes_its_reasons_with_it(
    tiny: Atlas,
    view: View,
    features: list[str],
    claims: list[str],
    excerpts: list[str],
    actors: list[str],
) -> None:
    shown = narrowed(tiny, view, hidden=True)
    assert list(shown.features) == features
    assert list(shown.claims) == claims
    assert list(shown.excerpts) == excerpts
    assert list(shown.actors) == actors


def test_a_claim_has_no_relation_to_what_is_not_there(tiny: Atlas) -> None:
    (relation,) = narrowed(tiny, View()).claims["c-depth"].relations
    assert (relation.kind, relation.to) == ("contradicts", "c-west")
    shown = narrowed(tiny, View(bases=frozenset({"background"})))
    assert shown.claims["c-depth"].relations == ()


def test_an_inference_keeps_the_excerpts_of_what_is_hidden(tiny: Atlas) -> None:
    shown = narrowed(tiny, View(bases=frozenset({"inferred"})))
    assert list(shown.claims) == ["c-east"]
    claim = shown.claims["c-east"]
    assert claim.premises == ()  # no id of what is hidden
    assert shown.grounds(claim) == ("e-ferry",)
    assert set(shown.excerpts) == {"e-ferry"}
    assert "story" in shown.sources
    assert narrowed(tiny, View()).claims["c-east"].premises == ("c-west",)


def test_a_source_stays_for_what_rests_on_it(tiny: Atlas) -> None:
    assert set(narrowed(tiny, View()).sources) == {"story", "almanac", "pilot-book"}
    stated = narrowed(tiny, View(bases=frozenset({"stated"})))
    assert set(stated.sources) == {"story", "pilot-book"}  # the article, and whose positions


def test_a_source_stays_with_those_that_it_rests_on(build: Build) -> None:
    atlas = load_atlas(
        build(
            (
                SOURCES,
                "",
                [
                    STORY,
                    source("almanac", "background", rests_on=[rests_on("log")]),
                    source("log", "background", rests_on=[rests_on("diary")]),
                    source("diary", "background", rests_on=[rests_on("log")]),
                    source("pilot-book", "gazetteer"),
                    source("tides", "background"),
                ],
            ),
            (ATLAS, "silences.0.source", "tides"),
        )
    )
    assert set(narrowed(atlas, View()).sources) == set(atlas.sources)
    stated = narrowed(atlas, View(bases=frozenset({"stated"})))
    assert set(stated.sources) == {"story", "pilot-book", "tides"}


def test_findings_that_are_left_out_are_no_findings(build: Build) -> None:
    findings = [finding("c-guard"), finding("c-west", "c-guard"), finding("c-isle")]
    atlas = load_atlas(build((ATLAS, "findings", findings)))
    shown = narrowed(atlas, View(layers=frozenset({"guards"})))
    assert [one.claims for one in shown.manifest.findings] == [("c-guard",), ("c-isle",)]


HEADLINE = {**finding("c-west"), "hedge": texts("Reports."), "dispute": finding("c-depth")}


@pytest.mark.parametrize(
    ("view", "dispute"),
    [
        (View(), ("c-depth",)),
        (View(bases=frozenset({"stated"})), ()),  # its claims are hidden, what it says is not
        (View(bases=frozenset({"stated", "inferred"})), ()),
        (View(bases=frozenset({"background"})), None),  # no headline at all
        (View(layers=frozenset({"guards"})), None),
    ],
)
def test_a_headline_that_is_shown_is_shown_as_disputed(
    build: Build, view: View, dispute: tuple[str, ...] | None
) -> None:
    headline = narrowed(load_atlas(build((ATLAS, "headline", HEADLINE))), view).manifest.headline
    assert (headline is not None) == (dispute is not None)
    if headline is not None:
        assert headline.dispute is not None
        assert headline.dispute.sentence == texts("So it is.")
        assert headline.dispute.claims == dispute


@pytest.mark.parametrize(
    ("view", "features"),
    [
        (View(), ["ferry-west", "ferry-east", "brunn", "crossing", "boats", "watch", "isle-rho"]),
        # a force follows its own layer's switch, wherever it is said to be
        (View(layers=frozenset({"guards"})), ["brunn", "boats", "watch", "isle-rho"]),
        (
            View(layers=frozenset({"ferry"})),
            ["ferry-west", "ferry-east", "crossing", "isle-rho"],
        ),
        # an extent has what is within a place, or a whole, that it has some of
        (View(extent=(10, 0, 12, 2)), ["ferry-west", "crossing", "boats", "isle-rho"]),
        (
            View(extent=(15.5, 1, 16, 3)),
            ["ferry-east", "brunn", "crossing", "boats", "watch", "isle-rho"],
        ),
        (View(extent=(0, 0, 1, 1)), ["isle-rho"]),
        # of its own, nothing stated is said of the eastern part
        (
            View(bases=frozenset({"stated"})),
            ["ferry-west", "ferry-east", "brunn", "crossing", "boats", "watch", "isle-rho"],
        ),
        (View(bases=frozenset({"inferred"})), ["ferry-east"]),
    ],
)
def test_parts_are_shown_for_their_whole_and_forces_where_they_are_within(
    build: Build, view: View, features: list[str]
) -> None:
    assert list(narrowed(load_atlas(build(*WHOLE)), view).features) == features


def test_a_whole_that_is_hidden_is_no_reason_to_show_its_parts(build: Build) -> None:
    atlas = load_atlas(build(*WHOLE, (WAYPOINTS, "features.0.properties.layer", "guards")))
    stated = frozenset({"stated"})
    shown = narrowed(atlas, View(layers=frozenset({"ferry"}), bases=frozenset(stated)))
    assert list(shown.features) == ["ferry-west", "isle-rho"]


WATCH = "features.2.properties"


@pytest.mark.parametrize(
    ("part", "bases", "shown"),
    [
        ({"id": "guard", "claim": "c-watch"}, {"stated", "inferred"}, {"guard"}),
        ({"id": "guard", "claim": "c-watch"}, {"inferred"}, set()),
        ({"id": "none"}, {"inferred"}, {"none"}),
        ({"id": "none"}, {"stated"}, {"none"}),
    ],
)
def test_a_part_taken_is_shown_with_the_claim_that_says_so(
    build: Build, part: dict[str, str], bases: set[Basis], shown: set[str]
) -> None:
    ours = claim("c-ours", "inferred", note=texts("So."), **{"from": ["c-watch"]})
    kinds = [a_part("guard"), a_part("none", stated=False)]
    atlas = load_atlas(
        build(
            *WHOLE,
            (ATLAS, "parts", kinds),
            (WAYPOINTS, f"{WATCH}.part", part),
            (WAYPOINTS, f"{WATCH}.claims", [WATCH_CLAIM, ours]),
        )
    )
    found = narrowed(atlas, View(bases=frozenset(bases)))
    taken = found.features["watch"].properties.part
    assert {one.id for one in [taken] if one} == shown
    assert {one.id for one in found.manifest.parts} == shown


def test_layers_that_are_named_are_shown(build: Build) -> None:
    atlas = load_atlas(build((ATLAS, "layers.1.visible", False)))
    shown = narrowed(atlas, View(layers=frozenset({"guards"})))
    assert [layer.visible for layer in shown.manifest.layers] == [True, True]


def test_the_atlas_itself_is_left_as_it_is(tiny: Atlas) -> None:
    before = tiny.collections
    shown = narrowed(tiny, View(bases=frozenset({"stated"})))
    assert tiny.collections == before
    assert shown.digest == tiny.digest  # the seal of what was read


def test_everything_shown_is_the_atlas(tiny: Atlas) -> None:
    shown = narrowed(tiny, View(layers=frozenset(layers(tiny)), bases=frozenset(BASES)))
    assert shown.collections == tiny.collections
    assert shown.sources == tiny.sources


def test_what_the_atlas_does_not_have_is_named(tiny: Atlas) -> None:
    view = View(layers=frozenset({"ferry", "none-such"}), language="de")
    assert view.unknown(tiny) == [
        "no layer none-such (there are ferry, guards, unplaced)",
        "no language de (there are en, ar, fa)",
    ]


@pytest.mark.parametrize(
    "extent",
    [
        (nan, 0, 1, 1),
        (0, 2, 1, 1),
        (0, 0, 0, 1),
        (-181, 0, 1, 1),
        (0, 0, 1, 91),
        (0, 0, 1),
    ],
)
def test_an_extent_that_is_none_is_refused(extent: tuple[float, ...]) -> None:
    with pytest.raises(ValidationError):
        View.model_validate({"extent": extent})


def test_an_extent_across_180_degrees_is_refused_where_no_mark_is_near(tiny: Atlas) -> None:
    (lacking,) = View(extent=(17, 0, 10, 5)).unknown(tiny)
    assert lacking == "no mark near 180°, across which alone the west of an extent is the greater"
