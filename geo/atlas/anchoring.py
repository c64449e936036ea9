"""Anchoring: a quote is exactly where its selectors put it, or a failure says why not.

The selectors are those of the W3C Web Annotation Data Model (TextQuoteSelector,
TextPositionSelector): offsets are Unicode code points, end exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from geo.atlas.model import TextPositionSelector, TextQuoteSelector
from geo.text.folding import fold

Selectors: TypeAlias = tuple[TextQuoteSelector, TextPositionSelector]

_OPENING, _CLOSING = set('“"„«'), set('”"“»')
CONTEXT = 32  # characters of a prefix, and of a suffix


@dataclass(frozen=True)
class Proposal:
    """A place where a quote may belong, for a person to judge: it is never taken by itself.

    `found` is text[start:end]. `diff` says how it, or the text around it, differs from the
    quote (see `compare`), and is "" when nothing differs.
    """

    start: int
    end: int
    found: str
    diff: str


@dataclass(frozen=True)
class AnchorFailure:
    """Why a quote is not where its selectors put it, and where it may belong."""

    why: str
    proposal: Proposal | None = None


def anchor(text: str, selectors: Selectors) -> AnchorFailure | None:
    """Return None when the quote is at its position, between its prefix and its suffix.

    The same words elsewhere, or similar words, do not count as anchored. The time is linear in
    the length of the text, also for a quote that is not there.
    """
    if is_anchored(text, selectors):
        return None
    quote, position = selectors
    start, end = position.start, position.start + len(quote.exact)
    if not text.startswith(quote.exact, start):
        return _displaced(text, quote)
    if end != position.end:
        why = f"its quote ends at {end}, not at {position.end}"
        return AnchorFailure(why, Proposal(start, end, quote.exact, ""))
    return AnchorFailure("the text around its quote differs", _in_context(text, quote, start))


def is_anchored(text: str, selectors: Selectors) -> bool:
    """Say whether `anchor` finds no failure, without its search for other places."""
    quote, position = selectors
    start, end = position.start, position.start + len(quote.exact)
    return (
        end == position.end
        and text.startswith(quote.exact, start)
        and text.endswith(quote.prefix, 0, start)
        and text.startswith(quote.suffix, end)
    )


def seal(text: str, exact: str, start: int | None = None) -> Selectors:
    """Make the selectors of the quote `exact`, which is at `start` if that is given.

    Raises ValueError when the quote is empty, is not at `start`, is not in the text, or is in
    it more than once and no `start` says which place is meant.
    """
    if not exact:
        raise ValueError("an empty quote can't be sealed")
    if start is None:
        start = _only_place(text, exact)
    if start < 0 or not text.startswith(exact, start):
        raise ValueError(f"the quote doesn't stand at {start}: {_short(exact)}")
    end = start + len(exact)
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return (
        TextQuoteSelector(type="TextQuoteSelector", exact=exact, prefix=prefix, suffix=suffix),
        TextPositionSelector(type="TextPositionSelector", start=start, end=end),
    )


def places(text: str, words: str) -> Iterator[int]:
    """Yield each offset (code points) at which `words` start in `text`, overlapping ones too."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def compare(old: str, new: str) -> str:
    """Show the changes from `old` to `new`, as wdiff does: [-gone-]{+come+}.

    Long stretches that agree are cut to "…".
    """
    a, b = _tokens(old), _tokens(new)
    steps = SequenceMatcher(None, a, b).get_opcodes()
    return "".join(
        _abridged("".join(a[i:j])) if tag == "equal" else _change("".join(a[i:j]), "".join(b[k:m]))
        for tag, i, j, k, m in steps
    )


def _only_place(text: str, exact: str) -> int:
    match list(islice(places(text, exact), 2)):
        case [only]:
            return only
        case []:
            raise ValueError(f"the quote isn't in the text: {_short(exact)}")
        case [first, second, *_]:
            raise ValueError(
                f"the quote stands more than once (at {first}, at {second}); "
                f"say which by its start: {_short(exact)}"
            )
        case _:
            raise AssertionError


def _displaced(text: str, quote: TextQuoteSelector) -> AnchorFailure:
    """Return the failure of a quote that is not at its position, with the place it moved to."""
    found = list(islice(places(text, quote.exact), 2))
    if not found:
        why = "its quote is not in the text"
        if quote.exact.lower() not in text.lower() and fold(quote.exact) in _folded(text):
            why += "; only what reads like it, in other characters"
        return AnchorFailure(why, _near_miss(text, quote.exact))
    if len(found) == 1:
        end = found[0] + len(quote.exact)
        moved = Proposal(found[0], end, quote.exact, "")
        return AnchorFailure(f"its quote stands at {found[0]}–{end}", moved)
    why = f"its quote stands more than once (at {found[0]}, at {found[1]}), but not at its position"
    return AnchorFailure(why, _by_context(text, quote))


_folded = lru_cache(maxsize=4)(fold)  # a text of which many quotes fail is folded once


def _by_context(text: str, quote: TextQuoteSelector) -> Proposal | None:
    """Return the only place that has the prefix and the suffix, or one of them; None if several."""
    contexts = {(quote.prefix, quote.suffix), (quote.prefix, ""), ("", quote.suffix)}
    for prefix, suffix in sorted(contexts, key=lambda c: -len(c[0] + c[1])):
        found = list(islice(places(text, prefix + quote.exact + suffix), 2))
        if len(found) == 1:
            start = found[0] + len(prefix)
            return Proposal(start, start + len(quote.exact), quote.exact, "")
    return None


def _in_context(text: str, quote: TextQuoteSelector, start: int) -> Proposal:
    """Return the other place that has the quote's context, or how the context differs here."""
    other = _by_context(text, quote)
    if other and other.start != start:
        return other
    end = start + len(quote.exact)
    around = text[max(0, start - len(quote.prefix)) : end + len(quote.suffix)]
    wanted = quote.prefix + quote.exact + quote.suffix
    return Proposal(start, end, quote.exact, compare(wanted, around))


# --- the nearest place of a quote that is not in the text ------------------------------

_PIECE_LENGTHS = (24, 12, 6)  # characters; the longest piece that is found decides
_PIECES, _HITS = 64, 8  # pieces tried per quote, places per piece: they bound the search
_ALIKE = 0.5  # least share of words in common (difflib's quick_ratio) for a proposal


def _near_miss(text: str, quote: str) -> Proposal | None:
    if (window := _window(text, quote)) is None:
        return None
    # twice: in the wide window, distant equal words can be taken for the quote's first or last
    start, end = _align(quote, text, *_align(quote, text, *window))
    nearest = text[start:end]
    if SequenceMatcher(None, _words(quote), _words(nearest)).quick_ratio() < _ALIKE:
        return None
    return Proposal(start, end, nearest, compare(quote, nearest))


def _window(text: str, quote: str) -> tuple[int, int] | None:
    """Return the span in which most pieces of the quote have the same distances as in it."""
    slack = len(quote) // 4 + CONTEXT
    step = len(quote) // _PIECES + 1
    for length in _PIECE_LENGTHS:
        shifts = Counter(
            (place - offset) // slack
            for offset in range(0, len(quote) - length + 1, step)
            for place in islice(places(text, quote[offset : offset + length]), _HITS)
        )
        if shifts:
            start = shifts.most_common(1)[0][0] * slack
            return max(0, start - slack), min(len(text), start + len(quote) + 2 * slack)
    return None


def _align(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a window to the words that match the quote's first and last.

    difflib's "autojunk" stays on: it keeps a quote of thousands of equal words cheap.
    """
    ours, theirs = _tokens(quote), _tokens(text[start:end])
    blocks = SequenceMatcher(None, ours, theirs).get_matching_blocks()[:-1]
    if not blocks:
        return start, end
    core = max(blocks, key=lambda block: len("".join(ours[block.a : block.a + block.size])))
    drift = 4 + len(ours) // 8  # tokens; equal words further off belong to other text
    near = [b for b in blocks if abs((b.b - b.a) - (core.b - core.a)) <= drift]
    first, last = near[0], near[-1]
    head = max(0, first.b - first.a)
    tail = last.b - last.a + len(ours)
    before, within = "".join(theirs[:head]), "".join(theirs[head:tail])
    return start + len(before), start + len(before) + len(within)


def _tokens(text: str) -> list[str]:
    """Split into words and single characters; scripts without spaces by the character."""
    return re.findall(r"[^\W\u2e80-\U0010ffff]+|.", text, re.DOTALL)


def _words(text: str) -> list[str]:
    return [token for token in _tokens(text) if not token.isspace()]


def _change(old: str, new: str) -> str:
    """Show a change; by the characters, with their names, where no difference might be seen."""
    reads_alike = fold(old).strip() == fold(new).strip() and old.lower() != new.lower()
    if not (reads_alike or _mixes_scripts(old) or _mixes_scripts(new)):
        return _marked(old, new)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return "".join(
        old[i:j] if tag == "equal" else _marked(_named(old[i:j]), _named(new[k:m]))
        for tag, i, j, k, m in steps
    )


def _marked(old: str, new: str) -> str:
    return (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")


def _named(text: str) -> str:
    names = (f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".strip() for char in text)
    return ", ".join(names)


def _mixes_scripts(text: str) -> bool:
    """Say whether a text has letters of two scripts that look alike: а and a, ο and o."""
    scripts = {unicodedata.name(char, "").split(" ")[0] for char in text if char.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1


def quoted(words: str) -> str:
    """Return words in quotation marks; without, where sealed words bring their own."""
    own = words[:1] in _OPENING or words[-1:] in _CLOSING
    return words if own else f"“{words}”"


def _abridged(text: str) -> str:
    return text if len(text) <= 2 * CONTEXT else f"{text[:CONTEXT]}…{text[-CONTEXT:]}"


def _short(text: str) -> str:
    return f"“{_abridged(text)}”"
