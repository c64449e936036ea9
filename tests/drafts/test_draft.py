"""A draft has one writer, who knows its last state; its article is never edited."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geo.atlas.atlas import HOME
from geo.atlas.errors import AtlasError
from geo.drafts.draft import Draft, read_draft, writing
from geo.drafts.journal import read_journal
from geo.drafts.refusal import ARTICLE
from tests.drafts.conftest import Do, feature

# A process that saves acts until it is killed, and says the number of each that it has saved.
WRITES = """
import sys
from pathlib import Path
from geo.drafts.draft import writing
from tests.drafts.conftest import feature
with writing(Path(sys.argv[1])) as writer:
    while True:
        last = writer.draft.state.last
        print(writer.record(feature(f"f-{last}"), last, "M.K.").last, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills in another way")
@pytest.mark.parametrize("acknowledged", [1, 10, 40])
def test_a_writer_that_is_killed_loses_nothing_that_it_acknowledged(
    acknowledged: int, folder: Path
) -> None:
    command = [sys.executable, "-c", WRITES, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=HOME) as process:  # noqa: S603
        assert process.stdout
        said = [int(process.stdout.readline()) for _ in range(acknowledged)]
        with pytest.raises(AtlasError, match="another window"), writing(folder):
            pass
        os.kill(process.pid, signal.SIGKILL)
        said += [int(line) for line in process.stdout.read().split(b"\n")[:-1]]
    saved = read_journal(folder).entries
    assert len(saved) >= said[-1]
    with writing(folder) as writer:  # the lock went with the process
        last = writer.record(feature("last"), writer.draft.state.last, "M.K.")
    assert len(last.of_kind("feature")) == len(saved)


def test_there_is_one_writer_at_a_time_and_any_number_of_readers(folder: Path) -> None:
    with writing(folder):
        assert read_draft(folder).state.last == 1
        with pytest.raises(AtlasError, match="written by another window"), writing(folder):
            pass
    with writing(folder):
        pass


@pytest.mark.parametrize("saw", [0, 1, 3, -1, 99])
def test_an_act_for_another_state_is_refused_and_shown(saw: int, do: Do, folder: Path) -> None:
    do(feature())
    with writing(folder) as writer, pytest.raises(AtlasError) as error:
        writer.record(feature("rho"), saw, "B")
    assert f"made for state {saw}, and the draft is at 2" in str(error.value)
    assert read_draft(folder).state.last == 2


def test_it_says_what_was_done_since(do: Do, folder: Path) -> None:
    do(feature())
    with writing(folder) as writer, pytest.raises(AtlasError, match=r"2: feature, by M\.K\."):
        writer.record(feature("rho"), 1, "B")


def test_an_article_that_was_edited_is_refused(draft: Draft) -> None:
    (draft.folder / ARTICLE).write_bytes(b"Another story.")
    with pytest.raises(AtlasError, match="is not the article that the draft was begun with"):
        read_draft(draft.folder)


@pytest.mark.parametrize("name", [ARTICLE, "journal.jsonl"])
def test_a_draft_that_lacks_a_file_is_refused(name: str, draft: Draft) -> None:
    (draft.folder / name).unlink()
    with pytest.raises(AtlasError, match="can't be read"):
        read_draft(draft.folder)
