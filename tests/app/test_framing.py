"""Which sites may have the app in a frame."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from geo.app.framing import VARIABLE, FrameAncestors, ancestors, named_sites, why_no_site
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


def headers_of(sites: tuple[str, ...], own: dict[str, str]) -> list[str]:
    """Return the policies of an answer that has headers of its own."""
    sent: list[Message] = []

    async def ask() -> None:
        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            sent.append(message)

        scope: Any = {"type": "http", "method": "GET", "headers": [], "path": "/"}
        await FrameAncestors(PlainTextResponse("x", headers=own), sites)(scope, receive, send)

    asyncio.run(ask())
    name = b"content-security-policy"
    return [value.decode() for key, value in sent[0]["headers"] if key == name]


def test_every_answer_says_who_may_frame_it() -> None:
    assert headers_of((), {}) == ["frame-ancestors 'self'"]
    assert headers_of(("https://a.example",), {}) == ["frame-ancestors 'self' https://a.example"]


def test_a_policy_of_the_answer_s_own_stays() -> None:
    own = "sandbox allow-scripts"
    assert headers_of((), {"Content-Security-Policy": own}) == [own, ancestors(())]


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
