"""The Briefing panel: files of what the page shows, each order made by a process of its own."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st
from pydantic import ValidationError

from geo.atlas import Atlas
from geo.export import FORMATS, PAPERS, PARTS, TLP, Order
from geo.export.job import Job
from geo.panels.wire import report_view


def show_briefing(atlas: Atlas, folder: Path) -> None:
    """Take an order, and show how its files come along, apart from the rest of the app."""
    st.fragment(take_order)(atlas, folder)
    making = "job" in st.session_state
    st.fragment(show_job, run_every=0.5 if making else None)()


def take_order(atlas: Atlas, folder: Path) -> None:
    """Take the order for files of what the page shows; show the sheet as it will be."""
    seen = report_view(key="report", on_view_change=lambda: None).get("view") or {}
    left, right = st.columns([2, 3], gap="large")
    with left:
        forms = st.multiselect(
            "Formats",
            list(FORMATS),
            default=["pdf", "pptx"],
        )
        order = ask_for_order(atlas, seen)
        if order and st.button("Make the files", type="primary", disabled=not forms):
            st.session_state["job"] = Job(folder, forms, order)
            st.rerun()
    with right:
        if order:
            show_sheet(atlas, folder, order)


def ask_for_order(atlas: Atlas, seen: dict[str, Any]) -> Order | None:
    """Ask what the sheet is to be like; None when what was typed can't be."""
    one, two = st.columns(2)
    paper = one.selectbox("Paper", list(PAPERS), format_func=PAPERS.__getitem__)
    languages = atlas.manifest.languages
    spoken = languages.index(seen["language"]) if seen.get("language") in languages else 0
    language = two.selectbox("Language", languages, index=spoken)
    # With keys of their own they keep what was typed when the language changes their hint.
    manifest, of = atlas.manifest, atlas.digest
    title = st.text_input("Title", placeholder=manifest.title[language], key=f"title-{of}")
    subtitle = st.text_input(
        "Subtitle", placeholder=manifest.subtitle[language], key=f"subtitle-{of}"
    )
    hint = "None, a TLP label, or your own words"
    marking = st.selectbox("Marking", TLP, index=None, placeholder=hint, accept_new_options=True)
    address = st.text_input("Address of the map, for a link to this view", placeholder="https://…")
    parts = st.multiselect("In the PDF and the slides", list(PARTS), list(PARTS), PARTS.__getitem__)
    graticule = st.checkbox("Graticule")
    window = bool(seen.get("extent")) and st.checkbox(
        "Only what is in the map's window", value=True
    )
    view = {**seen, "language": language, "extent": seen["extent"] if window else None}
    sheet = {"paper": paper, "title": title, "subtitle": subtitle, "marking": marking or ""}
    more = {"address": address or None, "graticule": graticule, "parts": parts}
    try:
        return Order.model_validate({**sheet, **more, "view": view, "made": date.today()})
    except ValidationError as error:
        st.error("; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in error.errors()))
        return None


def show_sheet(atlas: Atlas, folder: Path, order: Order) -> None:
    """Show the sheet, small; or why it can't be made."""
    with st.spinner("Drawing the sheet …"):
        small = order.model_copy(update={"dpi": 60})
        picture = thumbnail(atlas.digest, folder, small, small.model_dump_json())
    if isinstance(picture, bytes):
        st.image(picture, caption="The sheet, with what the map above shows.")
    else:
        st.error(f"The sheet can't be drawn: {picture}")


@st.cache_data(max_entries=50, show_spinner=False)
def thumbnail(digest: str, _folder: Path, _order: Order, asked: str) -> bytes | str:
    """Return the sheet as a PNG, or why there is none."""
    del digest, asked  # the cache's key
    job = Job(_folder, ["png"], _order, limit=30)
    while not job.done:
        time.sleep(0.05)
    found = job.fault or next(iter(job.files().values()))
    job.cancel()  # removes its folder
    return found


def show_job() -> None:
    """Show how the files come along; then offer them, or say why there are none."""
    job: Job | None = st.session_state.get("job")
    if job and not job.done:
        progress = job.progress
        st.progress(
            len(progress) / (len(job.forms) + 1), text=progress[-1] if progress else "starting …"
        )
        if st.button("Cancel"):
            job.cancel()
            st.rerun()
    elif job:
        st.session_state["made"] = job.fault or job.files()
        job.cancel()  # removes its folder
        del st.session_state["job"]
        st.rerun()
    made = st.session_state.get("made", {})
    if isinstance(made, str):
        st.error("No file was made.")
        st.code(made, language=None)
        return
    for name, data in made.items():
        label = f"Download {name} ({len(data) / 1e6:.1f} MB)"
        st.download_button(label, data, file_name=name, on_click="ignore", key=f"get-{name}")
