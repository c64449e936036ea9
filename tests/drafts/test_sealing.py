"""From an article to a sealed atlas by scripted acts; and all that stands against sealing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.atlas.errors import AtlasError
from geo.atlas.making import making_summary
from geo.atlas.summary import seal_summary
from geo.atlas.view import View
from geo.checks import open_atlas
from geo.drafts import commands
from geo.drafts.draft import read_draft
from geo.drafts.sealing import problems_of, seal_draft
from geo.export_options import ExportOptions
from geo.formats import render
from tests.drafts.conftest import ARTICLES, PASSAGE, PLACE, SLEEP, Do, act, feature, propose

NAMES = {"boats": "en", "qawarib": "ar"}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sealed(name: str, tmp_path: Path) -> Path:
    """Return the folder of an atlas that was made of an article by its scripted acts."""
    draft = tmp_path / "draft"
    commands.draft_of(ARTICLES / f"{name}.txt", draft, NAMES[name], None)
    commands.decide(draft, ARTICLES / f"{name}.jsonl", "M. Karimi", None)
    commands.seal(draft, tmp_path / "atlas")
    return tmp_path / "atlas"


def test_an_article_becomes_an_atlas_that_passes_its_checks(sealed: Path, name: str) -> None:
    atlas = open_atlas(sealed)
    assert atlas.source_texts["article"].text == (ARTICLES / f"{name}.txt").read_text("utf-8")
    assert atlas.making
    counted = {"boats": "11 by hand, 2 proposed and accepted", "qawarib": "7 by hand, 2 proposed"}
    assert making_summary(atlas.making).startswith(counted[name])
    assert "0 unjudged" in seal_summary(atlas)


def test_it_can_be_taken_away_as_a_pdf(sealed: Path, name: str) -> None:
    options = ExportOptions(view=View(language=NAMES[name]), made="2026-11-30")
    assert render(open_atlas(sealed), "pdf", options).startswith(b"%PDF")


def test_our_texts_in_it_hold_nothing_that_is_not_seen(sealed: Path) -> None:
    written = "".join(path.read_text("utf-8") for path in (sealed / "data").glob("*json"))
    assert not set("\u2066\u2067\u2068\u2069\u200e\u200f") & set(written)


def test_the_same_draft_gives_the_same_bytes(sealed: Path, tmp_path: Path) -> None:
    seal_draft(read_draft(tmp_path / "draft"), tmp_path / "again")
    files = {path.relative_to(sealed) for path in sealed.rglob("*") if path.is_file()}
    assert len(files) > 8
    for file in files:
        assert (tmp_path / "again" / file).read_bytes() == (sealed / file).read_bytes()


def test_a_proposal_is_in_no_file_of_the_atlas(do: Do, folder: Path, tmp_path: Path) -> None:
    postponed = act("postpone", proposals=["p2-1", "p2-2"])
    do(propose({**PLACE, "why": "zzz"}, {**SLEEP, "why": "zzz"}), postponed, *whole_atlas())
    seal_draft(read_draft(folder), tmp_path / "atlas")
    files = {p: p.read_bytes() for p in (tmp_path / "atlas" / "data").glob("*json")}
    for trace in (b"zzz", b"p2-1", b"Aldport", b"gazetteer", str(SLEEP["quote"]).encode()):
        assert [path.name for path, data in files.items() if trace in data] == []


def whole_atlas() -> list[object]:
    said = {"sentence": {"en": "So."}, "basis": "stated", "modality": "asserted"}
    return [
        act("article", title="The Amber Ferry"),
        feature("brunn", aliases=["Brunn"]),
        act("excerpt", id="e1", exact="The Harbour League guards Brunn"),
        act("claim", id="c1", feature="brunn", words="guards Brunn", excerpts=["e1"], **said),
    ]


def faults(folder: Path) -> str:
    return "\n".join(map(str, problems_of(read_draft(folder))))


def test_a_whole_draft_can_be_sealed(do: Do, folder: Path) -> None:
    do(*whole_atlas())
    assert faults(folder) == ""


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (act("claim", id="c1", sentence=None), '"c1": the claim has no sentence'),
        (act("claim", id="c1", sentence={"en": "\u200b"}), 'claim "c1": its sentence lacks en'),
        (act("claim", id="c1", modality=None), '"c1": nobody chose the modality'),
        (act("claim", id="c1", basis=None), '"c1": nobody chose the basis'),
        (act("claim", id="c1", words="Brunn"), "its words “Brunn” are only a name"),
        (act("claim", id="c1", words="brunn,"), "are in none of its excerpts"),
        (act("claim", id="c1", words=None), "needs `words`"),
        (propose(PASSAGE), "nobody judged 1 of the proposed passages: p6-1"),
        (act("feature", id="brunn", location=None), '"brunn": nobody said where it is'),
        (act("feature", id="brunn", names=None), "names lacks en"),
        (
            act("feature", id="brunn", location={"kind": "line", "through": ["brunn", "rho"]}),
            'its line goes through "brunn", which is no point',
        ),
        (
            act("feature", id="brunn", location={"kind": "area", "country": "XX"}),
            'the basemap has no country "XX"',
        ),
        (act("article", title=None), "the article has no title"),
        (act("remove", kind="claim", id="c1"), "nothing is claimed of it"),
        (act("actor", id="guild", names={"en": "Guild"}), "the actor is in no claim"),
    ],
)
def test_what_nobody_decided_keeps_it_from_being_sealed(
    one: object, why: str, do: Do, folder: Path, tmp_path: Path
) -> None:
    do(*whole_atlas(), one)
    assert why in faults(folder)
    with pytest.raises(AtlasError):
        seal_draft(read_draft(folder), tmp_path / "atlas")
    assert {path.name for path in tmp_path.iterdir()} == {"story.txt", "draft"}


def test_all_that_stands_against_it_is_said_at_once(do: Do, folder: Path) -> None:
    bare = [feature("rho", names={}), act("excerpt", id="e2", exact="Boats")]
    do(
        *whole_atlas(),
        *bare,
        act("claim", id="c2", feature="rho", excerpts=["e2"], words="Boats"),
        propose(SLEEP),
    )
    do(act("article", title=None), act("claim", id="c1", modality=None, words="Brunn"))
    said = faults(folder)
    for fault in (
        *("has no title", "has no sentence", "nobody chose the basis", "nobody chose the modality"),
        *("are only a name", "names lacks en", "nobody judged 1"),
    ):
        assert fault in said


def test_a_passage_that_was_refused_or_put_off_is_no_obstacle(do: Do, folder: Path) -> None:
    do(*whole_atlas(), propose(PASSAGE, SLEEP))
    do(act("refuse", proposals=["p6-1"]), act("postpone", proposals=["p6-2"]))
    assert faults(folder) == ""


def test_an_atlas_is_not_written_over_another_thing(do: Do, folder: Path, tmp_path: Path) -> None:
    do(*whole_atlas())
    (tmp_path / "atlas").mkdir()
    (tmp_path / "atlas" / "mine").touch()
    with pytest.raises(FileExistsError, match="already holds something"):
        seal_draft(read_draft(folder), tmp_path / "atlas")


def test_a_force_is_on_the_layer_of_its_actor(do: Do, folder: Path, tmp_path: Path) -> None:
    guards = {"layer": "league", "kind": "force", "within": "brunn"}
    league = {"names": {"en": "League"}, "aliases": ["Harbour League"]}
    do(
        *whole_atlas(),
        act("actor", id="league", **league),
        feature("watch", location={"kind": "unplaced"}, **guards),
        act("claim", id="c2", feature="watch", actors=["league"], excerpts=["e1"], words="guards",
            sentence={"en": "So."}, basis="stated", modality="asserted"),
    )  # fmt: skip
    seal_draft(read_draft(folder), tmp_path / "atlas")
    atlas = open_atlas(tmp_path / "atlas")
    assert [(layer.id, layer.actor) for layer in atlas.manifest.layers] == [
        ("league", "league"),
        ("places", None),
    ]
    forces = json.loads((tmp_path / "atlas" / "data" / "forces.geojson").read_text("utf-8"))
    assert [one["id"] for one in forces["features"]] == ["watch"]
