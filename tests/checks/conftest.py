"""Break the tiny atlas in one place, and say what is to be found there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from geo.atlas.errors import Problem
from geo.atlas.reading import load_atlas
from geo.checks import check
from tests.conftest import Break, Build

Found: TypeAlias = Callable[..., tuple[Problem, ...]]
Expect: TypeAlias = Callable[[list[Break], str, str, str], None]


@pytest.fixture
def found(build: Build) -> Found:
    """Return what `check` finds after these breaks."""
    return lambda *breaks: check(load_atlas(build(*breaks)))


@pytest.fixture
def expect(found: Found) -> Expect:
    """Return an assertion: these breaks give a problem with this file, id and these words."""

    def assert_problem(breaks: list[Break], file: str, feature: str, words: str) -> None:
        problems = found(*breaks)
        there = [p for p in problems if (p.file, p.feature) == (file, feature)]
        assert any(words in f"{p.what} → {p.fix}" for p in there), "\n".join(map(str, problems))

    return assert_problem
