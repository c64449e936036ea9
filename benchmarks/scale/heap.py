"""What an opened page holds in memory."""

from __future__ import annotations

from playwright.sync_api import CDPSession, Error, Frame, Page

_MB = 1e6


def heap(page: Page, frame: Frame) -> tuple[float, float]:
    """Return the MB of the JS heap after a collection of garbage, and those with all round it.

    That is what V8 knows of: array buffers and texts outside the heap, and the document's
    objects. A sandboxed frame's process is counted with the page's.
    """
    found = [_measured(session) for session in _sessions(page, frame)]
    used, whole = (sum(column) / _MB for column in zip(*found, strict=True))
    return used, whole


def _sessions(page: Page, frame: Frame) -> list[CDPSession]:
    own = page.context.new_cdp_session(page)
    if frame == page.main_frame:
        return [own]
    try:
        return [own, page.context.new_cdp_session(frame)]
    except Error:  # the frame is in the page's process
        return [own]


def _measured(session: CDPSession) -> tuple[float, float]:
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    used = next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize")
    usage = session.send("Runtime.getHeapUsage")
    session.detach()
    return used, used + usage.get("embedderHeapUsedSize", 0) + usage.get("backingStorageSize", 0)
