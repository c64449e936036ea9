"""What every answer of the app carries."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.app.framing import ancestors
from geo.app.headers import SAME, Headers


def answer(app: ASGIApp, sites: tuple[str, ...] = ()) -> tuple[int, list[tuple[str, str]]]:
    """Return the status and the headers of an answer of an app with ours before it."""
    sent: list[Message] = []

    async def ask() -> None:
        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            sent.append(message)

        scope: Any = {"type": "http", "method": "GET", "headers": [], "path": "/"}
        with suppress(ZeroDivisionError):
            await Headers(app, sites)(scope, receive, send)

    asyncio.run(ask())
    headers = [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]
    return sent[0]["status"], headers


def policies(app: ASGIApp, sites: tuple[str, ...] = ()) -> list[str]:
    _, headers = answer(app, sites)
    return [value for name, value in headers if name == "content-security-policy"]


def test_every_answer_says_who_may_frame_it() -> None:
    app = PlainTextResponse("x")
    assert policies(app) == ["frame-ancestors 'self'"]
    assert policies(app, ("https://a.example",)) == ["frame-ancestors 'self' https://a.example"]


def test_a_policy_of_the_answer_s_own_stays() -> None:
    own = "sandbox allow-scripts"
    app = PlainTextResponse("x", headers={"Content-Security-Policy": own})
    assert policies(app) == [own, ancestors(())]


@pytest.mark.parametrize("own", [{}, {"Referrer-Policy": "unsafe-url"}])
def test_every_answer_is_no_referrer_and_stays_what_it_says(own: dict[str, str]) -> None:
    status, headers = answer(PlainTextResponse("x", 404, headers=own))
    assert status == 404
    for name, value in SAME.items():
        assert [v for n, v in headers if n == name.lower()] == [value]


def test_an_app_that_fails_answers_with_them_too() -> None:
    async def fails(scope: Scope, receive: Receive, send: Send) -> None:
        raise ZeroDivisionError

    status, headers = answer(fails)
    assert status == 500
    assert {name.lower() for name in SAME} <= {name for name, _ in headers}
