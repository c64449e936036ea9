"""A language model's address: an OpenAI-compatible endpoint that the user names.

Loopback is taken at once; another host only when the user names it a second time. The key is
held in memory, and is in no text, no error and no file.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urlsplit

MOST_BYTES = 2_000_000  # of an answer
SECONDS = 120.0  # for all of it
_CHUNK = 1 << 16
_PORTS = {"http": 80, "https": 443}


class EndpointError(Exception):
    """An address that can't be used, or an answer that is none, in plain words."""


@dataclass(frozen=True)
class Endpoint:
    """Where a model answers: `url` ends before /chat/completions; `named_host` allows a host."""

    url: str
    model: str
    named_host: str | None = None
    key: str | None = field(default=None, repr=False)
    seconds: float = SECONDS

    def address(self) -> SplitResult:
        """Return the parts of the URL; raises EndpointError where it may not be asked."""
        try:
            parts = urlsplit(self.url)
            host, _ = parts.hostname, parts.port
        except ValueError:
            raise EndpointError(
                "the model's address is no URL; write http://host:port/v1"
            ) from None
        if parts.scheme not in _PORTS or not host or parts.username or parts.query:
            raise EndpointError("the model's address is no URL; write http://host:port/v1")
        if not is_loopback(host) and host != self.named_host:
            raise EndpointError(
                f"the article would be sent to {host}, another computer; name that host to allow it"
            )
        return parts

    def ask(self, body: dict[str, Any]) -> bytes:
        """Return the answer to a request; raises EndpointError. No redirect is followed."""
        parts = self.address()
        deadline = time.monotonic() + self.seconds
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(
            str(parts.hostname), parts.port or _PORTS[parts.scheme], timeout=self.seconds
        )
        try:
            connection.request(
                "POST",
                parts.path.rstrip("/") + "/chat/completions",
                json.dumps(body).encode(),
                self._headers(),
            )
            with connection.getresponse() as response:
                if response.status != 200:
                    raise EndpointError(
                        f"the model's server answered {response.status}; see its log"
                    )
                return self._read(response, connection, deadline)
        except (OSError, http.client.HTTPException, ValueError) as error:
            why = type(error).__name__  # its text may hold what was sent
            raise EndpointError(
                f"the model at {parts.hostname} can't be asked ({why}); see that it runs"
            ) from None
        finally:
            connection.close()

    def _headers(self) -> dict[str, str]:
        key = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        return {"Content-Type": "application/json", **key}

    def _read(
        self,
        response: http.client.HTTPResponse,
        connection: http.client.HTTPConnection,
        deadline: float,
    ) -> bytes:
        """Read an answer by pieces, until it is whole, too large or too late."""
        answer = bytearray()
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise EndpointError(f"the model did not answer within {self.seconds:g} s")
            if connection.sock is not None:
                connection.sock.settimeout(left)
            if not (chunk := response.read1(_CHUNK)):
                return bytes(answer)
            answer += chunk
            if len(answer) > MOST_BYTES:
                raise EndpointError(f"the model's answer is larger than {MOST_BYTES // 10**6} MB")


def is_loopback(host: str) -> bool:
    """Say whether a host is this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
