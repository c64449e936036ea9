"""The journal is appended to, and only what was acknowledged counts."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.errors import AtlasError, Problem
from geo.drafts.draft import read_draft, writing
from geo.drafts.journal import TORN, read_journal
from geo.drafts.refusal import JOURNAL
from tests.conftest import examples
from tests.drafts.conftest import PASSAGE, Do, act, feature, propose

LINES = (feature(), act("excerpt", id="e1", exact="Boats 🛶"), propose(PASSAGE), act("undo"))


def test_cut_at_any_byte_it_keeps_all_that_was_acknowledged(do: Do, folder: Path) -> None:
    do(*LINES)
    whole = (folder / JOURNAL).read_bytes()
    entries = read_journal(folder).entries
    first = whole.index(b"\n") + 1
    for cut in range(first, len(whole)):
        (folder / JOURNAL).write_bytes(whole[:cut])
        found = read_journal(folder)
        assert found.entries == entries[: whole[:cut].count(b"\n")]
        assert found.torn == whole[found.size : cut]


def test_what_is_torn_off_is_set_aside_and_the_next_act_is_whole(do: Do, folder: Path) -> None:
    do(*LINES)
    journal = folder / JOURNAL
    journal.write_bytes(journal.read_bytes()[:-9])
    assert read_draft(folder).torn.startswith(b'{"n":5')
    state = do(feature("rho"))
    assert set(state.of_kind("feature")) == {"brunn", "rho"}
    assert state.last == 5
    assert read_draft(folder).torn == b""
    assert (folder / TORN).read_bytes().startswith(b'{"n":5')


def test_a_line_that_is_no_json_at_the_end_is_torn_too(do: Do, folder: Path) -> None:
    do(feature())
    with (folder / JOURNAL).open("ab") as file:
        file.write(b"\0\0\0\0\n")
    assert read_draft(folder).torn == b"\0\0\0\0\n"


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (lambda lines: [lines[0], lines[2], lines[1]], '"line 2": says that it is number 3'),
        (lambda lines: lines[1:], '"line 1": does not begin the draft'),
        (lambda lines: [lines[0], lines[0], lines[2]], '"line 2": begins a draft in the middle'),
        (lambda lines: [lines[0], b"{}\n", lines[2]], '"line 2": n: Field required'),
        (lambda lines: [lines[0], b"no JSON\n", lines[2]], '"line 2": is not JSON'),
        (lambda lines: [lines[0], b"[" * 10**5 + b"\n", lines[2]], "nested too deep"),
        (lambda lines: [lines[0], b'"' + b"x" * 2_000_000 + b'"\n', lines[2]], "longer than 2 MB"),
        (lambda lines: [*lines[:2], lines[2].replace(b"excerpt", b"destroy")], "line 3"),
        (lambda lines: [*lines[:2], lines[2].replace(b'"e1"', b'"../e"')], "small letters"),
        (lambda lines: [*lines[:2], lines[2].replace(b"Boats", b"Cars")], "not in the text"),
        (lambda lines: [*lines[:2], lines[2].replace(b'"n":3', b'"n":3,"n":3')], "key"),
        (lambda lines: [*lines[:2], lines[2].replace(b"M.K.", b"\\u0007")], "control character"),
        (lambda _: [], "holds no act"),
    ],
)
def test_a_journal_at_fault_is_refused_with_its_line(
    broken: Callable[[list[bytes]], list[bytes]], why: str, do: Do, folder: Path
) -> None:
    do(*LINES[:2])
    lines = (folder / JOURNAL).read_bytes().splitlines(keepends=True)
    (folder / JOURNAL).write_bytes(b"".join([*broken(lines), *_last(broken(lines))]))
    with pytest.raises(AtlasError) as error:
        read_draft(folder)
    assert why in str(error.value)


def _last(lines: list[bytes]) -> list[bytes]:
    """Return a sound line behind the others, so that the one at fault is not the torn end."""
    line = b'{"n":%d,"at":"2026-11-30T17:00:00Z","by":null,"act":{"do":"article"}}\n'
    return [line % (len(lines) + 1)] if lines else []


@examples(2)
@given(data=st.data())
def test_any_damage_ends_as_a_journal_or_as_a_reason(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("draft")
    whole = bytearray(SOUND)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
        whole[at] = data.draw(st.integers(0, 255))
    (folder / JOURNAL).write_bytes(whole)
    faults: tuple[Problem, ...] = ()
    try:
        read_journal(folder)
    except AtlasError as error:
        faults = error.problems
    assert {problem.file for problem in faults} <= {JOURNAL}


SOUND = b"".join(
    b'{"n":%d,"at":"2026-11-30T17:00:00Z","by":"M.K.","act":%s}\n' % (n, one)
    for n, one in enumerate(
        (
            b'{"do":"begin","article":"' + b"0" * 64 + b'","language":"en"}',
            b'{"do":"feature","id":"x","location":{"kind":"point","lon":1,"lat":2.5}}',
            b'{"do":"bulk","acts":[{"do":"refuse","proposals":["p1-1"]}]}',
        ),
        1,
    )
)


class _Full(io.FileIO):
    """A file on a disk that has room for five more bytes."""

    def write(self, data: Any) -> int:
        if len(data) > 5:
            return super().write(bytes(data)[:5])
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_journal_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / JOURNAL).read_bytes()
    with writing(folder) as writer:
        with monkeypatch.context() as full:
            full.setattr(Path, "open", lambda path, mode, **_: _Full(str(path), mode))
            with pytest.raises(OSError, match="No space left"):
                writer.record(feature(), 1, "M.K.")
        assert (folder / JOURNAL).read_bytes() == before
        assert writer.record(feature(), 1, "M.K.").last == 2
