"""The rows of the evidence table that a search finds, as many as a browser is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from geo.atlas.evidence_table import EvidenceRow, matching
from geo.atlas.model import Value

MOST = 1000  # rows: each goes to the browser whenever the panel is drawn
MOST_TEXT = 2_000_000  # characters in all of them


class FoundRow(Value):
    """A row by its columns' headings, and the mark, excerpt and claim that it stands for."""

    columns: dict[str, str]
    feature: str
    excerpt: str | None
    claim: str | None


class Found(Value):
    """The first of the rows that were found, their number, and that of all rows."""

    rows: tuple[FoundRow, ...]
    number: int
    total: int


def search(rows: Sequence[EvidenceRow], words: str) -> Found:
    """Return the rows with all of `words`, and no more than a browser can be sent."""
    found = matching(rows, words)
    return Found(rows=tuple(_first(found)), number=len(found), total=len(rows))


def _first(found: Iterable[EvidenceRow]) -> Iterator[FoundRow]:
    room = MOST_TEXT
    for _, row in zip(range(MOST), found, strict=False):
        columns = row.shown()
        room -= sum(map(len, columns.values()))
        if room < 0:
            return
        excerpt = row.excerpts[0] if row.excerpts else None
        yield FoundRow(
            columns=columns, feature=row.feature, excerpt=excerpt, claim=row.claim_id or None
        )
