"""Sentences of a text, and where clauses meet in them. No model is needed for either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.proposals.proposal import Cut
from geo.proposals.vocabulary import SAYING

_END = re.compile(r"[.!?؟۔]+[\"”’»)\]]*(?=\s)|\n\s*\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cdr|Adm|Sgt|Brig|Sen|Rep|Gov|St|Jr|Sr|vs|No"
    r"|approx|Inc|Ltd|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]+(?:\([A-Za-z ]+\) )?[—–]\s+")
_SAYS = rf"(?:{'|'.join(sorted(SAYING))})"
# What lies between two clauses: where these touch, they are one joint.
_JOINTS = tuple(
    map(
        re.compile,
        (
            r"[,;:—–][\"”’]?\s+|\s[-—–]\s|\s*[(“]|\s\"|[)”\"]\s+",  # a pause, a bracket, a quote
            r"\s+(?:that|but|because|while|although|though|whereas)\s+",
            r"\s+and\s+(?![A-Z])",
            r"\s+(?=(?:which|who|whom|whose|where|when|if|unless)\s)",
            rf"\s+{_SAYS}(?:\s+[^\s,;]+){{0,6}}?\s+that\s+",  # told parliament on Friday that
            rf"\s+{_SAYS}\s+(?=(?:the|a|an|it|its|they|he|she|there|no|some|many|\w+teen|\d)\b)",
            rf",[\"”]?\s+(?:[^\s,;]+\s+){{0,6}}?{_SAYS}(?:,\s+|\.?$)",  # , the mayor said,
            r",\s+according to [^,;]+?(?:,\s+|\.?$)",
        ),
    )
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text stand, as spans of code points without white space."""
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATED.search(text, start, match.end()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span without white space at its ends, and without the dateline of a report."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    if start < end:
        yield start, end


def clause_cuts(sentence: str) -> Iterator[Cut]:
    """Yield where a clause ends and the next begins: at pauses, clause words, verbs of speech."""
    spans = sorted(match.span() for joint in _JOINTS for match in joint.finditer(sentence))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    yield from (Cut(end=start, start=end) for start, end in merged if start > 0)
