"""A window that is gone takes its uploaded atlas with it."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from geo.app import sessions


class FakeUpload:
    def __init__(self, fault: Exception | None = None) -> None:
        self.closed, self.fault = False, fault

    def close(self) -> None:
        if self.fault:
            raise self.fault
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
    look_after({"a": [uploaded]}, runtime, monkeypatch)
    return uploaded


def look_after(
    windows: dict[str, list[FakeUpload]], runtime: FakeRuntime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "_windows", dict(windows))
    monkeypatch.setattr(sessions, "remove_left", lambda: None)
    monkeypatch.setattr(sessions, "get_instance", lambda: runtime)
    monkeypatch.setattr(sessions, "get_option", {"server.disconnectedSessionTTL": 0.004}.get)

    async def look() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(sessions.close_left_sessions(), 0.2)

    asyncio.run(look())


def test_a_window_that_stays_away_loses_its_upload(monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = FakeRuntime({"a"})
    assert after_closing(runtime, monkeypatch).closed
    assert runtime.closed == ["a"]


def test_a_window_that_comes_back_in_time_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    there: set[str] = {"a"}
    runtime = FakeRuntime(*([set()] * (sessions.LOOKS - 1) + [there]) * 500)
    assert not after_closing(runtime, monkeypatch).closed
    assert runtime.closed == []


def test_the_failure_of_one_window_stops_no_other_s_clean_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A folder that could not be walked ended the removal of everybody's."""

    class Failing(FakeRuntime):
        def close_session(self, session: str) -> None:
            super().close_session(session)
            if session == "a":
                raise RuntimeError("a session that can't be closed")

    stuck = FakeUpload(RecursionError("too deep"))
    windows = {"a": [FakeUpload()], "b": [stuck, FakeUpload()], "c": [FakeUpload()]}
    runtime = Failing()
    look_after(windows, runtime, monkeypatch)
    assert runtime.closed == ["a", "b", "c"]
    closed = [one.closed for held in windows.values() for one in held]
    assert closed == [True, False, True, True]
    assert "could not be removed" in caplog.text


def test_what_is_left_of_a_killed_app_goes_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(sessions, "get_option", {"server.disconnectedSessionTTL": 400}.get)
    monkeypatch.setattr(sessions, "remove_left", lambda: looked.append("left"))

    async def start() -> None:
        looking = asyncio.create_task(sessions.close_left_sessions())
        while not looked:
            await asyncio.sleep(0)
        looking.cancel()

    asyncio.run(start())
    assert looked == ["left"]
