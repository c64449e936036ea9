"""Which sites may have the app in a frame."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from geo.app.framing import VARIABLE, named_sites, why_no_site
from geo.atlas.atlas import HOME


@pytest.mark.parametrize(
    ("value", "sites"),
    [
        ("", ()),
        ("  ", ()),
        ("https://News.example", ("https://news.example",)),
        ("https://a.example\n http://localhost:9", ("https://a.example", "http://localhost:9")),
    ],
)
def test_the_environment_names_sites(
    monkeypatch: pytest.MonkeyPatch, value: str, sites: tuple[str, ...]
) -> None:
    monkeypatch.setenv(VARIABLE, value)
    assert named_sites() == sites


@pytest.mark.parametrize(
    "site",
    ["https://a.example", "https://a-b.example:8443", "http://localhost:1", "http://127.0.0.1"],
)
def test_an_origin_is_one(site: str) -> None:
    assert why_no_site(site) == ""


@pytest.mark.parametrize(
    "site",
    [
        *("*", "https://*.example", "https:", "https://", "news.example", "'none'", "data:"),
        *("http://news.example", "https://a.example/", "https://a.example/path", "https://a;b"),
        *("https://user@a.example", "https://a.example:port", "https://a.example,", "https://-a"),
        "https://a.example\x1b[2J",
    ],
)
def test_what_is_no_origin_is_refused_in_plain_words(site: str) -> None:
    why = why_no_site(site)
    assert VARIABLE in why
    assert "https://host" in why
    assert why.isprintable()


def test_a_wrong_name_ends_the_start() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=HOME,
        env={**os.environ, VARIABLE: "https://a.example *"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.startswith(f"error: {VARIABLE}: '*' is not of the form")
