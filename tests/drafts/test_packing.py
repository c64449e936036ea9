"""A draft travels as a ZIP; a stranger's ZIP is refused, and leaves nothing behind."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from geo.atlas.errors import AtlasError
from geo.drafts.beginning import begin_from_atlas
from geo.drafts.draft import read_draft
from geo.drafts.packing import pack_draft, unpack_draft
from geo.drafts.refusal import ARTICLE, JOURNAL
from geo.jobs.unzip import unpack
from geo.starter import STARTER
from tests.drafts.conftest import Do, feature
from tests.jobs.test_unzip import PLAIN, packed


def test_a_draft_comes_back_as_it_was(do: Do, folder: Path, tmp_path: Path) -> None:
    state = do(feature())
    back = unpack_draft(io.BytesIO(pack_draft(read_draft(folder))), tmp_path / "back")
    assert back.state == state
    assert (tmp_path / "back" / ARTICLE).read_bytes() == (folder / ARTICLE).read_bytes()
    assert {path.name for path in (tmp_path / "back").iterdir()} == {ARTICLE, JOURNAL}


def test_a_torn_end_does_not_travel(do: Do, folder: Path, tmp_path: Path) -> None:
    do(feature())
    with (folder / JOURNAL).open("ab") as file:
        file.write(b'{"n":3')
    back = unpack_draft(io.BytesIO(pack_draft(read_draft(folder))), tmp_path / "back")
    assert (back.torn, back.state.last) == (b"", 2)


def test_one_that_was_opened_from_an_atlas_brings_it_along(tmp_path: Path) -> None:
    begin_from_atlas(STARTER, tmp_path / "draft", None)
    draft = read_draft(tmp_path / "draft")
    back = unpack_draft(io.BytesIO(pack_draft(draft)), tmp_path / "back")
    assert back.state == draft.state


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in (ARTICLE, JOURNAL)}


def with_line(folder: Path, **act: Any) -> dict[str, bytes]:
    entry = {"n": 2, "at": "2026-11-30T17:00:00Z", "by": "M.K.", "act": act}
    sound = files(folder)
    return {**sound, JOURNAL: sound[JOURNAL] + json.dumps(entry).encode() + b"\n"}


def refusal_of(files: dict[str, bytes], tmp_path: Path) -> str:
    before = set(tmp_path.iterdir())
    with pytest.raises(AtlasError) as error:
        unpack_draft(packed(files), tmp_path / "back")
    assert set(tmp_path.iterdir()) == before
    return str(error.value)


@pytest.mark.parametrize(
    ("act", "why"),
    [
        ({"do": "run", "command": "true"}, "line 2"),
        ({"do": "feature", "id": "../../x"}, "small letters and digits"),
        ({"do": "feature", "id": "x", "file": "data/atlas.json"}, "file"),
        ({"do": "article", "file": "/etc/passwd"}, "file"),
        ({"do": "feature", "id": "x", "location": {"kind": "point", "lon": 1e9, "lat": 0}}, "180"),
        ({"do": "feature", "id": "x", "layer": "\u202e"}, "small letters and digits"),
        ({"do": "excerpt", "id": "e1", "start": 5, "end": 10**12}, "no part of a text"),
        ({"do": "accept", "proposal": "p1-1", "id": "x"}, "no proposal"),
        ({"do": "bulk", "acts": [{"do": "bulk", "acts": []}]}, "line 2"),
        ({"do": "bulk", "acts": [{"do": "undo"}]}, "line 2"),
    ],
)
def test_a_hostile_journal_is_refused_with_its_line(
    act: dict[str, Any], why: str, folder: Path, tmp_path: Path
) -> None:
    hostile = with_line(folder, **act)
    sound = b'{"n":3,"at":"2026-11-30T17:00:00Z","by":null,"act":{"do":"article"}}\n'
    answer = refusal_of({**hostile, JOURNAL: hostile[JOURNAL] + sound}, tmp_path)
    assert why in answer
    assert "journal.jsonl" in answer


def test_a_hostile_zip_is_refused(folder: Path, tmp_path: Path) -> None:
    sound = files(folder)
    for hostile, why in (
        ({**sound, "../evil": b""}, "leads out of its folder"),
        ({**sound, "base/../../evil": b""}, "leads out of its folder"),
        ({**sound, "base/data/a:b": b""}, "some systems can't have"),
        ({**sound, "ARTICLE.TXT/x": b"", "base/x": b"", "base/X": b""}, "name of another file"),
        ({ARTICLE: sound[ARTICLE]}, "holds no journal.jsonl"),
        ({JOURNAL: sound[JOURNAL]}, "article.txt: can't be read"),
        ({**sound, ARTICLE: b"Another."}, "is not the article"),
        (PLAIN, "holds no journal.jsonl"),
    ):
        assert why in refusal_of(hostile, tmp_path)


def test_what_is_no_part_of_a_draft_is_left_out(folder: Path, tmp_path: Path) -> None:
    unpack_draft(packed({**files(folder), "lock": b"x", "evil.sh": b"x"}), tmp_path / "back")
    assert {path.name for path in (tmp_path / "back").iterdir()} == {ARTICLE, JOURNAL}


@pytest.mark.parametrize("from_atlas", [False, True])
def test_a_draft_is_not_taken_for_an_atlas(from_atlas: bool, folder: Path, tmp_path: Path) -> None:
    held = files(folder)
    if from_atlas:
        held |= {f"base/{name}": data for name, data in PLAIN.items()}
    (tmp_path / "into").mkdir()
    with pytest.raises(AtlasError, match="holds a draft, and not yet an atlas"):
        unpack(packed(held), tmp_path / "into")


def test_nothing_is_unpacked_over_another_thing(folder: Path) -> None:
    with pytest.raises(FileExistsError):
        unpack_draft(io.BytesIO(pack_draft(read_draft(folder))), folder)
