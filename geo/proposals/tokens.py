"""Words of a text with their places, and the runs of capitalised words that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.proposals.vocabulary import FUNCTION, TIMES

_WORD = re.compile(r"[^\W_]+(?:[’'`\-.][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’'`]s$")
_WITH_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ud|ul|ur)-[^\W\d_a-z]")  # el-Mandeb
_ABBREVIATION = re.compile(r"(?:[A-Z]\.){2,}")  # U.S.


class Token(NamedTuple):
    """A word at [start, end) of a text, in code points, without a possessive's end."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() or bool(_WITH_ARTICLE.match(self.text))


class Run(NamedTuple):
    """The tokens [first, last] of a text: they adjoin, are capitalised, and no function words."""

    first: int
    last: int


def tokens_of(text: str) -> list[Token]:
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        if longer := _ABBREVIATION.match(text, start):
            end = max(end, longer.end())
        word = _POSSESSIVE.sub("", text[start:end])
        yield Token(start, start + len(word), word)


def adjoin(text: str, one: Token, other: Token) -> bool:
    """Say whether nothing but a blank or a hyphen parts two tokens, or the point of St. or Mt."""
    between = text[one.end : other.start]
    return between in (" ", "-", "\u00a0") or (between == ". " and one.text in ("St", "Mt", "Ft"))


def is_name(token: Token) -> bool:
    """Say whether a token may be part of a name by its look."""
    return token.is_capital and token.lower not in FUNCTION and token.lower not in TIMES


def runs_of(text: str, tokens: Sequence[Token]) -> list[Run]:
    """Return the longest runs of name tokens, in the order of the text."""
    runs: list[Run] = []
    for index, token in enumerate(tokens):
        if not is_name(token):
            continue
        last = runs[-1] if runs else None
        if last and last.last == index - 1 and adjoin(text, tokens[index - 1], token):
            runs[-1] = Run(last.first, index)
        else:
            runs.append(Run(index, index))
    return runs


def span(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return where the tokens [first, last] stand in their text."""
    return tokens[first].start, tokens[last].end
