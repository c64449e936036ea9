"""A window's workbench: who may ask it, where drafts are kept, what becomes of a sealed atlas."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from geo.app import upload_panel, workbench, workbench_route
from geo.app.upload_panel import Window
from geo.app.workbench import VARIABLE, Workbench, kept_drafts
from geo.atlas.atlas import HOME
from geo.jobs.conversation import ConversationEndedError

SEALED = json.dumps({"zip": base64.b64encode(b"an atlas").decode()}).encode()


class FakeConversation:
    """Answers as it is told; `asked` are the lines that came."""

    answer: bytes | Exception = b'{"drafts":[]}\n'

    def __init__(self, *_: object) -> None:
        self.asked: list[bytes] = []
        self.is_closed = False

    def ask(self, line: bytes) -> bytes:
        self.asked.append(line)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Workbench]:
    monkeypatch.setattr(workbench, "Conversation", FakeConversation)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    opened = Workbench()
    yield opened
    opened.close()


def post(name: str, body: bytes, **headers: str) -> Response:
    """Ask as a browser would, by default as the app's own document."""
    sent = {"host": "localhost:8501", "content-type": "application/json", **headers}
    scope = {
        "type": "http",
        "method": "POST",
        "path_params": {"name": name},
        "headers": [(key.encode(), value.encode()) for key, value in sent.items()],
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    return asyncio.run(workbench_route.ask(Request(scope, receive)))


def test_an_ask_is_passed_on_as_one_line(work: Workbench) -> None:
    sent = post(work.name, b'{\n"ask":"shelf"\r\n}', origin="http://localhost:8501")
    assert json.loads(bytes(sent.body)) == {"drafts": []}
    assert sent.headers["cache-control"] == "no-store"
    assert work._process.asked == [b'{ "ask":"shelf"  }']  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "headers", "code"),
    [
        ("nobody", {}, 404),
        (None, {"origin": "https://elsewhere.example"}, 403),
        (None, {"origin": "null"}, 403),
        (None, {"content-type": "text/plain"}, 403),
    ],
)
def test_nobody_else_is_answered(
    work: Workbench, name: str | None, headers: dict[str, str], code: int
) -> None:
    assert post(name or work.name, b"{}", **headers).status_code == code
    assert work._process.asked == []  # type: ignore[attr-defined]


def test_an_ask_has_an_end(work: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench_route, "_MOST", 10)
    assert post(work.name, b"x" * 11).status_code == 413


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ConversationEndedError(), "open the draft again: all is saved"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
)
def test_a_process_that_ends_is_said(work: Workbench, error: Exception, words: str) -> None:
    work._process.answer = error  # type: ignore[attr-defined]
    assert words in work.ask(b"{}").decode()


def test_more_windows_than_it_serves_are_told_so(
    work: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbench, "AT_ONCE", 1)
    second = Workbench()
    assert b"too many workbenches are open" in second.ask(b"{}")
    assert b"drafts" in work.ask(b"{}")
    second.close()


@pytest.mark.parametrize(("opens", "checked"), [(True, [b"an atlas"]), (False, [])])
def test_a_sealed_atlas_is_opened_as_one_that_is_uploaded(
    work: Workbench, monkeypatch: pytest.MonkeyPatch, opens: bool, checked: list[bytes]
) -> None:
    taken: list[bytes] = []
    monkeypatch.setattr(upload_panel, "CheckJob", taken.append)
    work._process.answer = SEALED  # type: ignore[attr-defined]
    here = Window(workbench=work)
    work.ask(b'{"ask":"seal"}')
    here.leave_workbench(opens=opens)
    assert taken == checked
    assert here.workbench is None
    assert work._process.is_closed  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("hosts", "address", "kept"),
    [
        (["localhost", "127.0.0.1"], "127.0.0.1", True),
        (["127.0.0.1", "atlas.example.org"], "127.0.0.1", False),
        (["localhost"], "0.0.0.0", False),  # noqa: S104
    ],
)
def test_drafts_are_kept_on_ones_own_machine_alone(
    monkeypatch: pytest.MonkeyPatch, hosts: list[str], address: str, kept: bool
) -> None:
    options = {"server.allowedHosts": hosts, "server.address": address}
    monkeypatch.setattr("streamlit.get_option", options.__getitem__)
    monkeypatch.delenv(VARIABLE, raising=False)
    assert kept_drafts() == (HOME / "drafts" if kept else None)
    monkeypatch.setenv(VARIABLE, "/srv/drafts")
    assert kept_drafts() == Path("/srv/drafts")
