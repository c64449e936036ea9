"""Errors of the package.

    AtlasError      an atlas can't be used; carries every Problem found
    └─ (nothing below it: callers tell problems apart by their text, not by class)

A `Problem` is a value, not an exception, so that all of them can be collected
and shown at once.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

# The pseudo file of the last problem, which names the checks that were skipped.
REST = "the rest"


# Characters of a problem's texts, which may quote what a stranger wrote: the others are left out.
LONGEST, LONGEST_ID = 1_000, 100
_SHOWN = 60  # characters of a value that a problem still shows

Fault: TypeAlias = tuple[str, str]  # what is wrong, and what to do: a problem without its place


@dataclass(frozen=True, order=True)
class Problem:
    """A fault of an atlas, and what to do about it.

    `file` is relative to the atlas folder; `feature` is the id of the feature,
    excerpt, actor … at fault, or "" when the whole file is. Long texts are cut in their middle.
    """

    file: str
    feature: str
    what: str
    fix: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "feature", _cut(self.feature, LONGEST_ID))
        for name in ("file", "what", "fix"):
            object.__setattr__(self, name, _cut(getattr(self, name), LONGEST))

    def __str__(self) -> str:
        where = f'{self.file}: "{self.feature}"' if self.feature else self.file
        return visible(f"{where}: {self.what}") + f"\n    → {visible(self.fix)}"


class AtlasError(Exception):
    """An atlas can't be used; `problems` holds all reasons, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def short(value: Any) -> str:
    """Return a value of a JSON file for a message: a text in quotation marks, as far as it fits."""
    if isinstance(value, str):
        return f'"{value if len(value) <= _SHOWN else value[:_SHOWN] + "…"}"'
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _cut(text: str, longest: int) -> str:
    half = longest // 2
    return text if len(text) <= longest else f"{text[: half - 1]}…{text[-half:]}"


def visible(text: str) -> str:
    r"""Escape the characters that can't be seen, or that control a terminal: "\u202e".

    These are Unicode's categories C* (controls, bidi overrides, unassigned …)
    and its line and paragraph separators.
    """
    return "".join(char if _is_seen(char) else _escape(char) for char in text)


def _is_seen(char: str) -> bool:
    category = unicodedata.category(char)
    return not category.startswith("C") and category not in {"Zl", "Zp"}


def _escape(char: str) -> str:
    return char.encode("ascii", "backslashreplace").decode() if char > "\x7f" else repr(char)[1:-1]
