"""The server's own route: how a page is handed out."""

from __future__ import annotations

import asyncio
import gzip
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from app import app
from geo import page
from geo.app import pages, server, workbench_route
from geo.atlas.atlas import HOME, Atlas
from tests.conftest import Build
from tests.packed_page import readable


def asked(name: str) -> Request:
    return Request({"type": "http", "method": "GET", "headers": [], "path_params": {"name": name}})


def test_a_page_is_alone_wherever_it_is_opened(tiny: Atlas) -> None:
    shown = pages.Page(page.served_page(tiny, None))
    answer = server.page(asked(shown.name))
    assert answer.status_code == 200
    assert gzip.decompress(bytes(answer.body)).startswith(b"<!DOCTYPE html>")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox ")
    assert "allow-same-origin" not in policy
    assert "allow-top-navigation" not in policy
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_the_page_is_built_before_somebody_asks(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS", str(build()))
    built: list[bytes] = []

    def served_page(*what: Any) -> bytes:
        built.append(html := page.served_page(*what))
        return html

    monkeypatch.setattr(pages, "served_page", served_page)

    async def start() -> None:
        async with server.lifespan(app):
            for _ in range(200):
                if built:
                    return
                await asyncio.sleep(0.02)

    with ThreadPoolExecutor() as apart:  # this thread may have a loop already: the browser's
        apart.submit(lambda: asyncio.run(start())).result()
    home = pages.opened(pages.folder()).shown
    assert home
    shown = home.page(None).html
    assert '"ferry-west"' in readable(gzip.decompress(shown).decode())
    assert built == [shown]  # and not once more for who asks


@pytest.mark.slow
def test_a_folder_that_is_not_there_ends_the_start(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=HOME,
        env={**os.environ, "ATLAS": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == f"error: there is no folder {tmp_path}/none\n"


def test_an_unknown_page_is_said_to_be_gone() -> None:
    answer = server.page(asked("unknown"))
    assert answer.status_code == 404
    assert b"Reload the app" in bytes(answer.body)


def test_the_route_is_the_one_that_addresses_name() -> None:
    assert [route.path for route in server.ROUTES] == [
        f"/{pages.ROUTE}/{{name}}",
        f"/{workbench_route.ROUTE}/{{name}}",
    ]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("wish", ["SIG_DFL", "SIG_IGN"])  # nohup ignores
def test_it_leaves_in_order_unless_it_was_told_to_stay(name: str, wish: str) -> None:
    code = f"""if True:
        import signal
        signal.signal(signal.{name}, signal.{wish})
        import app
        try:
            signal.raise_signal(signal.{name})
        except KeyboardInterrupt:
            print("left in order")
    """
    run = subprocess.run(  # noqa: S603  our own interpreter and code
        [sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True
    )
    assert (run.stdout == "left in order\n") == (wish != "SIG_IGN")
