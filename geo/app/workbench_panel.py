"""The workbench in the app: a button that opens it, and its page in place of the map's."""

from __future__ import annotations

import streamlit as st

from geo.app.error_box import why_no_files
from geo.app.upload_panel import Window
from geo.app.workbench import Workbench
from geo.app.workbench_route import ROUTE
from geo.workbench.page import host_script

_mount = st.components.v2.component("corridor_atlas_workbench", js=host_script())


def show_workbench(here: Window) -> None:
    """Show the workbench; the script runs again only when it is left."""
    if here.workbench is None:
        return
    work = here.workbench
    data = {"page": work.page.address, "ask": f"{ROUTE}/{work.name}", "kept": work.is_kept}

    def left() -> None:
        asked = st.session_state.get("workbench") or {}
        here.leave_workbench(opens=asked.get("left") == "sealed")

    _mount(key="workbench", data=data, on_left_change=left)


def open_workbench(here: Window) -> None:
    """Open the workbench of a window."""
    try:
        here.hold_workbench(Workbench())
    except OSError as error:
        st.toast(why_no_files(error))
