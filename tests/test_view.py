from __future__ import annotations

from math import nan

import pytest
from pydantic import ValidationError

from geo.atlas import Atlas
from geo.model import BASES
from geo.reading import load_atlas
from geo.view import View, narrowed
from tests.conftest import Build

ATLAS, CORRIDOR = "data/atlas.json", "data/corridor.geojson"


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


def test_a_claim_does_not_dispute_what_is_not_there(tiny: Atlas) -> None:
    assert narrowed(tiny, View()).claims["c-east"].disputes == ("c-west",)
    shown = narrowed(tiny, View(bases=frozenset({"inferred"})))
    assert shown.claims["c-east"].disputes == ()


def test_a_source_stays_for_what_rests_on_it(tiny: Atlas) -> None:
    assert set(narrowed(tiny, View()).sources) == {"story", "almanac", "pilot-book"}
    stated = narrowed(tiny, View(bases=frozenset({"stated"})))
    assert set(stated.sources) == {"story", "pilot-book"}  # the article, and whose positions


def test_findings_that_are_left_out_are_no_findings(build: Build) -> None:
    atlas = load_atlas(build((ATLAS, "findings", ["c-east", "c-guard"])))
    shown = narrowed(atlas, View(layers=frozenset({"guards"})))
    assert shown.manifest.findings == ("c-guard",)


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
        (2, 0, 1, 1),
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
