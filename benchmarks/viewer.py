"""A viewer without a browser: what one of them asks of the server, so that many fit a machine."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

_PAGE = re.compile(rb'page/[\w-]{22}(?=")')
_LIMIT = 60  # seconds for one answer


class Viewer:
    """One window of the app: a session of Streamlit's, and the page that it names."""

    def __init__(self, url: str, socket: ClientConnection) -> None:
        self._url, self._socket = url, socket
        self.bytes = 0  # that came over the WebSocket

    def open(self) -> float:
        """Run the script and fetch the page; return the ms."""
        return _timed(lambda: self._fetch(self._run()))

    def touch(self) -> float:
        """Run the script again, as a touch of a panel does; return the ms."""
        return _timed(self._run)

    def _run(self) -> bytes:
        """Return the page's address, relative to the app."""
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        self._socket.send(asked.SerializeToString())
        address = b""
        while True:
            said = self._socket.recv(timeout=_LIMIT)
            self.bytes += len(said)
            message = ForwardMsg.FromString(said if isinstance(said, bytes) else said.encode())
            if message.WhichOneof("type") == "script_finished":
                return address
            if found := _PAGE.search(message.SerializeToString()):
                address = found.group()

    def _fetch(self, address: bytes) -> None:
        if not address:
            raise RuntimeError("the app named no page")
        asked = Request(f"{self._url}/{address.decode()}")  # noqa: S310  our own server
        with urlopen(asked, timeout=_LIMIT) as answer:  # noqa: S310
            answer.read()


@contextmanager
def viewing(url: str) -> Iterator[Viewer]:
    """Connect, and leave again."""
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address, origin=None, max_size=None, proxy=None, open_timeout=_LIMIT) as socket:
        yield Viewer(url, socket)


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
