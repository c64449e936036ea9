"""Streamlit servers, each a process of its own, started as a person starts the app."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from geo.atlas.atlas import HOME

_LIMIT = 60  # seconds


@contextmanager
def serving(script: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """Serve a script, and yield its address once it answers."""
    with started(script, environment) as (url, _):
        yield url


@contextmanager
def started(script: Path, environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Serve a script, and yield its address and its process' number once it answers.

    All are started in the project's folder: no peer has other settings than ours.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen(  # noqa: S603  our own scripts
        [*command, *options],
        cwd=HOME,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://localhost:{port}"
    try:
        _wait_for(f"{url}/_stcore/health", server)
        yield url, server.pid
    finally:
        server.terminate()
        server.wait(_LIMIT)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Ask a hundred times a second; a browser's own retries would be slower, and vary."""
    end = time.monotonic() + _LIMIT
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(url) as answer:  # noqa: S310  our own server
                if answer.status == 200:
                    return
        except URLError:
            time.sleep(0.01)
    raise RuntimeError(f"{server.args!r} did not start")
