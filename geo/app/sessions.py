"""Close the sessions of windows that are gone, and remove the atlases uploaded in them.

Streamlit keeps the session of a closed window, in case it comes back, and lets go of it
only when other windows come and go.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from streamlit import get_option
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

if TYPE_CHECKING:
    from geo.app.pages import (
        UploadedAtlas,
    )  # its imports take a second, and the app is to answer at once

LOOKS = 4  # in a row at which a window is away
_windows: WeakValueDictionary[str, UploadedAtlas] = WeakValueDictionary()


def remember(uploaded: UploadedAtlas) -> None:
    """Note which window an atlas was uploaded in."""
    if context := get_script_run_ctx():
        _windows[context.session_id] = uploaded


async def close_left_sessions() -> None:
    """Close sessions with an upload whose windows are away for as long as Streamlit waits.

    That is its `server.disconnectedSessionTTL`, in seconds; at most a look longer.
    """
    every = get_option("server.disconnectedSessionTTL") / LOOKS
    away: Counter[str] = Counter()
    while True:
        await asyncio.sleep(every)
        runtime = get_instance()
        for session in list(_windows):
            away[session] = 0 if runtime.is_active_session(session) else away[session] + 1
            if away[session] >= LOOKS and (uploaded := _windows.pop(session, None)):
                runtime.close_session(session)
                uploaded.close()  # Streamlit may hold the session still, if it was the last
