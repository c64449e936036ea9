"""The headers that every answer of the app carries: Streamlit's own document has none of them."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.app.framing import ancestors

SAME = {
    "Referrer-Policy": "no-referrer",  # an atlas may be nobody else's business
    "X-Content-Type-Options": "nosniff",  # a text stays one, whatever it looks like
}


class Headers:
    """Adds to every answer who may have it in a frame, and `SAME`; also where something failed.

    Several policies hold together, so the policy that an answer brings stays as it is.
    """

    def __init__(self, app: ASGIApp, sites: Sequence[str] = ()) -> None:
        self.app, self.policy = app, ancestors(sites)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answered = False

        async def send_with(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                answered = True
                headers = MutableHeaders(scope=message)
                headers.append("Content-Security-Policy", self.policy)
                headers.update(SAME)
            await send(message)

        try:
            await self.app(scope, receive, send_with)
        except Exception:
            if not answered:
                failed = PlainTextResponse("The app has failed. Load it again.", 500)
                await failed(scope, receive, send_with)
            raise  # for the log
