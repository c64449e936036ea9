"""Where a request comes from: the app's own document, or another site's."""

from __future__ import annotations

from starlette.datastructures import Headers


def is_own(headers: Headers) -> bool:
    """Say whether a request is of the app's document, or of no document at all."""
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")
