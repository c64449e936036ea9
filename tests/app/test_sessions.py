"""A window that is gone takes its uploaded atlas with it."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from geo.app import sessions


class FakeUpload:
    closed = False

    def close(self) -> None:
        self.closed = True


class FakeRuntime:
    """Says at each look which windows are there, and notes which sessions are closed."""

    def __init__(self, *looks: set[str]) -> None:
        self.looks = list(looks)
        self.closed: list[str] = []

    def is_active_session(self, session: str) -> bool:
        return session in (self.looks.pop(0) if self.looks else set())

    def close_session(self, session: str) -> None:
        self.closed.append(session)


def after_closing(runtime: FakeRuntime, monkeypatch: pytest.MonkeyPatch) -> FakeUpload:
    """Let the upload of window "a" be looked after until nobody is left to look after."""
    uploaded = FakeUpload()
    monkeypatch.setattr(sessions, "_windows", {"a": uploaded})
    monkeypatch.setattr(sessions, "get_instance", lambda: runtime)
    monkeypatch.setattr(sessions, "get_option", {"server.disconnectedSessionTTL": 0.004}.get)

    async def look() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(sessions.close_left_sessions(), 0.2)

    asyncio.run(look())
    return uploaded


def test_a_window_that_stays_away_loses_its_upload(monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = FakeRuntime({"a"})
    assert after_closing(runtime, monkeypatch).closed
    assert runtime.closed == ["a"]


def test_a_window_that_comes_back_in_time_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    there: set[str] = {"a"}
    runtime = FakeRuntime(*([set()] * (sessions.LOOKS - 1) + [there]) * 500)
    assert not after_closing(runtime, monkeypatch).closed
    assert runtime.closed == []
