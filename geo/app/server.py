"""The app's server: its routes, what it refuses, and what it does at its start and its end.

It answers at once: the atlas is opened and drawn while a browser is still loading
Streamlit, whose script is MAIN. The page comes from an address of its own.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
from starlette.datastructures import Headers as Sent
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from geo.app import workbench_route
from geo.app.framing import named_sites, why_no_site
from geo.app.headers import Headers
from geo.app.origin import is_own
from geo.app.sessions import close_left_sessions
from geo.atlas.location import named_folder, why_no_atlas

MAIN = str(Path(__file__).with_name("main.py"))

# Said where the app is started, not to those who look at it.
if (named := named_folder()) and (why := why_no_atlas(named)):
    sys.exit(f"error: {why}")
if faults := list(filter(None, map(why_no_site, named_sites()))):
    sys.exit(f"error: {faults[0]}")

# Handle SIGTERM and SIGHUP like Ctrl-C, so that clean-up runs; leave ignored signals (nohup) alone.
for name in ("SIGTERM", "SIGHUP"):
    end = getattr(signal, name, None)  # Windows has one of them
    if end is not None and signal.getsignal(end) != signal.SIG_IGN:
        signal.signal(end, lambda *_: signal.raise_signal(signal.SIGINT))

# The page is alone wherever it is opened: it can reach nothing of the app.
PAGE_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Encoding": "gzip",
    # It may save files and print: only the scripts that it holds can ask for either.
    "Content-Security-Policy": "sandbox allow-scripts allow-downloads allow-modals allow-popups "
    "allow-popups-to-escape-sandbox",
    "Cache-Control": "no-store",  # an atlas may be nobody else's business
}


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any]]:
    Thread(target=prepare, daemon=True).start()
    leaving = asyncio.create_task(close_left_sessions())
    yield {}
    leaving.cancel()


def prepare() -> None:
    from geo.app import pages  # its imports take a second, in which the server answers

    pages.prepare()


def page(request: Request) -> Response:
    from geo.app import pages

    found = pages.page(request.path_params["name"])
    if found is None:
        return PlainTextResponse("This page is no longer served. Reload the app.", 404)
    return Response(found, headers=PAGE_HEADERS)


class SameOrigin:
    """Refuses a WebSocket to another site's page, before Streamlit looks up outside who that is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        handler: ASGIApp = self.app
        if scope["type"] == "websocket" and not is_own(Sent(scope=scope)):
            handler = WebSocketClose()
        await handler(scope, receive, send)


BASE = st.get_option("server.baseUrlPath").strip(
    "/"
)  # where a proxy has the app, if not at its root
ROOT = f"{'/' if BASE else ''}{BASE}"
ROUTES = [
    Route(f"{ROOT}/page/{{name}}", page),
    Route(f"{ROOT}/{workbench_route.ROUTE}/{{name}}", workbench_route.ask, methods=["POST"]),
]
MIDDLEWARE = [
    Middleware(Headers, sites=named_sites()),  # first, so that a refusal has them too
    # Streamlit itself asks for the host at its WebSocket alone.
    Middleware(TrustedHostMiddleware, allowed_hosts=st.get_option("server.allowedHosts")),
    Middleware(SameOrigin),
]
