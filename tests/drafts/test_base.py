"""An atlas that is there is opened as a draft, and sealed again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.atlas.atlas import HOME
from geo.atlas.errors import AtlasError
from geo.atlas.making import Making
from geo.checks import open_atlas
from geo.drafts.base import BASE
from geo.drafts.beginning import begin_from_atlas
from geo.drafts.draft import read_draft, writing
from geo.drafts.sealing import seal_draft
from geo.starter import STARTER
from tests.conftest import Break, Build
from tests.drafts.conftest import act


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    begin_from_atlas(STARTER, tmp_path / "draft", None)
    return tmp_path / "draft"


@pytest.mark.parametrize(
    "source",
    [pytest.param(HOME, id="shipped", marks=pytest.mark.slow), pytest.param(STARTER, id="starter")],
)
def test_an_atlas_comes_out_of_a_draft_as_it_went_in(source: Path, tmp_path: Path) -> None:
    begin_from_atlas(source, tmp_path / "draft", None)
    seal_draft(read_draft(tmp_path / "draft"), tmp_path / "atlas")
    before, after = open_atlas(source), open_atlas(tmp_path / "atlas")
    assert after.claims == before.claims
    assert after.features == before.features
    assert after.excerpts == before.excerpts
    assert list(after.sources.values()) == list(before.sources.values())
    assert after.actors == before.actors
    assert after.manifest == before.manifest
    assert {name: after.basemap[name] for name in after.basemap} == dict(before.basemap)
    assert after.making
    assert {made.taken_from for _, _, made in after.making.each()} == {before.digest}


def test_a_claim_is_corrected_and_an_excerpt_added(draft: Path, tmp_path: Path) -> None:
    sentence = {"en": "Corrected.", "es": "Corregido."}
    with writing(draft) as writer:
        for number, one in enumerate(
            (
                act("claim", id="alder-start", sentence=sentence),
                act("excerpt", id="new", exact="the mail boat Petrel"),
                act("claim", id="alder-start", excerpts=["e1", "new"]),
            ),
            1,
        ):
            writer.record(one, number, "M.K.")
    seal_draft(read_draft(draft), tmp_path / "atlas")
    atlas, before = open_atlas(tmp_path / "atlas"), open_atlas(STARTER)
    assert {id_ for id_, claim in atlas.claims.items() if claim != before.claims[id_]} == {
        "alder-start"
    }
    assert atlas.claims["alder-start"].sentence == sentence
    assert atlas.excerpts.keys() - before.excerpts.keys() == {"new"}
    making = atlas.making or Making()
    assert making.claims["alder-start"].kind == "by hand"
    assert making.claims["alder-start"].taken_from == before.digest
    assert making.excerpts["new"].accepted_by == "M.K."
    assert making.excerpts["e2"].kind == "taken"


def test_what_an_atlas_says_of_its_making_goes_on(draft: Path, tmp_path: Path) -> None:
    seal_draft(read_draft(draft), tmp_path / "atlas")
    begin_from_atlas(tmp_path / "atlas", tmp_path / "second", None)
    seal_draft(read_draft(tmp_path / "second"), tmp_path / "again")
    assert open_atlas(tmp_path / "again").making == open_atlas(tmp_path / "atlas").making


def test_an_atlas_with_problems_is_not_opened(build: Build, tmp_path: Path) -> None:
    wrong: Break = ("data/atlas.json", "layers.1.actor", "nobody")
    with pytest.raises(AtlasError, match="nobody"):
        begin_from_atlas(build(wrong), tmp_path / "draft", None)
    assert not (tmp_path / "draft").exists()


def test_a_base_that_was_edited_is_refused(draft: Path) -> None:
    file = draft / BASE / "data" / "actors.json"
    file.write_text(file.read_text("utf-8").replace("Guild", "Gild"), "utf-8")
    with pytest.raises(AtlasError, match="is not the atlas that the draft was opened from"):
        read_draft(draft)


def test_a_layer_goes_with_its_last_feature(draft: Path, tmp_path: Path) -> None:
    with writing(draft) as writer:
        for number, (kind, id_) in enumerate((("claim", "petrel-named"), ("feature", "petrel")), 1):
            writer.record(act("remove", kind=kind, id=id_), number, "M.K.")
    seal_draft(read_draft(draft), tmp_path / "atlas")
    layers = [layer.id for layer in open_atlas(tmp_path / "atlas").manifest.layers]
    assert layers == ["course", "guild", "ports", "elsewhere"]


@pytest.mark.parametrize("articles", [0, 2])
def test_a_base_without_its_one_article_is_refused(articles: int, draft: Path) -> None:
    file = draft / BASE / "data" / "sources.json"
    sources = json.loads(file.read_text("utf-8"))
    others = [source for source in sources if source["kind"] != "article"]
    article = next(source for source in sources if source["kind"] == "article")
    found = [{**article, "id": f"a{number}"} for number in range(articles)]
    file.write_text(json.dumps([*found, *others]), "utf-8")
    with pytest.raises(AtlasError, match=f"has {articles} sources of the kind article"):
        read_draft(draft)
