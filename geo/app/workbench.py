"""A window's workbench: its process, and the name under which the window asks it.

The app's own process reads no draft and no article: it passes asks and answers on as bytes.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
from pathlib import Path
from weakref import WeakValueDictionary

import streamlit as st

from geo.app.pages import Page, folder
from geo.app.workbench_route import AT_ONCE
from geo.atlas.atlas import HOME
from geo.jobs.conversation import Conversation, ConversationEndedError
from geo.jobs.limits import WORK
from geo.jobs.scratch import Scratch
from geo.workbench.page import workbench_page

VARIABLE = "ATLAS_DRAFTS"  # names the folder of drafts; without it a server keeps none
_LOOPBACK = {"localhost", "127.0.0.1", "::1", "[::1]"}
_WORKER = "geo.workbench.worker"
_named: WeakValueDictionary[str, Workbench] = WeakValueDictionary()


class Workbench:
    """A process that answers a window's asks; `sealed` is the atlas that it made last, as a ZIP.

    Raises OSError when the disk takes no more.
    """

    def __init__(self) -> None:
        self.name = secrets.token_urlsafe(16)  # nobody guesses it
        self.page = Page(workbench_page())
        self._scratch = Scratch()
        kept = kept_drafts()
        self.is_kept = kept is not None
        shelf = kept or self._scratch.folder / "drafts"
        self._process = Conversation(_WORKER, [str(shelf), str(folder())], WORK)
        self.sealed: bytes | None = None
        self._is_one_too_many = len(_named) >= AT_ONCE
        _named[self.name] = self

    def ask(self, ask: bytes) -> bytes:
        """Return the answer to an ask; one that can't be given says why."""
        if self._is_one_too_many:
            return _fault("too many workbenches are open on this computer", "try again later")
        try:
            answer = self._process.ask(ask.replace(b"\n", b" ").replace(b"\r", b" "))
        except ConversationEndedError:
            return _fault("it took too long or too much", "open the draft again: all is saved")
        except OSError as error:
            return _fault(f"this computer has no room ({error.strerror})", "try again in a minute")
        self._note_sealed(ask, answer)
        return answer

    def close(self) -> None:
        """End the process. Drafts that are kept stay; others go."""
        self._process.close()
        self._scratch.remove()
        _named.pop(self.name, None)

    def _note_sealed(self, ask: bytes, answer: bytes) -> None:
        if b'"seal"' not in ask:  # an answer may be large, and this process has others to serve
            return
        try:
            if json.loads(ask)["ask"] == "seal":
                self.sealed = base64.b64decode(json.loads(answer)["zip"])
        except (ValueError, LookupError, TypeError, binascii.Error):
            return  # no atlas was sealed


def workbench(name: str) -> Workbench | None:
    """Return the workbench of a name, if there is one."""
    return _named.get(name)


def kept_drafts() -> Path | None:
    """Return the folder in which drafts are kept.

    It is the one that the environment names, else drafts/ where the app answers this machine
    alone. A server keeps none: its windows' drafts go with them.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named).resolve()
    hosts = {*st.get_option("server.allowedHosts"), st.get_option("server.address")}
    place = HOME if (HOME / "pyproject.toml").is_file() else Path.home() / "corridor-atlas"
    return place / "drafts" if hosts <= _LOOPBACK and os.access(HOME, os.W_OK) else None


def _fault(what: str, fix: str) -> bytes:
    problem = {"file": "the workbench", "record": "", "what": what, "fix": fix}
    return json.dumps({"problems": [problem]}).encode()
