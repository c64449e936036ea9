"""Close the sessions of windows that are gone, and all that was made for them.

Streamlit keeps the session of a closed window, in case it comes back, and lets go of it
only when other windows come and go.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterable
from typing import Protocol
from weakref import WeakSet

from streamlit import get_option
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.jobs.scratch import remove_left

LOOKS = 4  # in a row at which a window is away


class Held(Protocol):
    """What is held for a window, on the disk or at work, and goes with it."""

    def close(self) -> None: ...


_windows: dict[str, WeakSet[Held]] = {}


def remember(held: Held) -> None:
    """Note for which window something is held."""
    if context := get_script_run_ctx():
        _windows.setdefault(context.session_id, WeakSet()).add(held)


async def close_left_sessions() -> None:
    """Close sessions that hold something and whose windows are away for as long as Streamlit waits.

    That is its `server.disconnectedSessionTTL`, in seconds; at most a look longer. What was left
    of an app that was killed goes as well.
    """
    every = get_option("server.disconnectedSessionTTL") / LOOKS
    away: Counter[str] = Counter()
    while True:
        await asyncio.to_thread(remove_left)
        await asyncio.sleep(every)
        for session in list(_windows):
            try:
                _look_at(session, away)
            except Exception:  # of one window: the others are looked at all the same
                logging.getLogger(__name__).exception("a session could not be closed")


def _look_at(session: str, away: Counter[str]) -> None:
    runtime = get_instance()
    away[session] = 0 if runtime.is_active_session(session) else away[session] + 1
    if away[session] < LOOKS:
        return
    held = _windows.pop(session)
    del away[session]
    try:
        runtime.close_session(session)
    finally:  # Streamlit may hold the session still, if it was the last
        _close_all(held)


def _close_all(held: Iterable[Held]) -> None:
    for one in list(held):
        try:
            one.close()
        except Exception:  # of one: the others go all the same
            logging.getLogger(__name__).exception("something of a session could not be removed")
