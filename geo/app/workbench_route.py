"""The route by which a window asks its workbench. It needs no look at Streamlit's session.

Only the app's own document can ask: it knows the name, and no other site's may send JSON here.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from geo.app.origin import is_own

ROUTE = "workbench"  # below the app's own address
AT_ONCE = 12  # workbenches: each is a process, and may have an ask that waits
_MOST = 12_000_000  # bytes of an ask
_THREADS = ThreadPoolExecutor(AT_ONCE)  # of their own, so that no other request waits for an ask


async def ask(request: Request) -> Response:
    """Pass an ask on, and its answer back."""
    from geo.app.workbench import workbench

    here = workbench(request.path_params["name"])
    if here is None:
        return PlainTextResponse("This workbench is no longer open. Load the app again.", 404)
    if not (is_own(request.headers) and _is_json(request)):
        return PlainTextResponse("Only the app itself may ask.", 403)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST:
            return PlainTextResponse("This is larger than 12 MB.", 413)
    answer = await asyncio.get_running_loop().run_in_executor(_THREADS, here.ask, bytes(body))
    return Response(
        answer, headers={"Content-Type": "application/json", "Cache-Control": "no-store"}
    )


def _is_json(request: Request) -> bool:
    return request.headers.get("content-type", "").startswith("application/json")
