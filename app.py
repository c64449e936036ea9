"""The app: mounts the page, with its Evidence, Checks and Basemap panels below it.

Run it with `make run`, or `streamlit run app.py`; ATLAS=folder opens another atlas.
What a person touches on the page stays in the page: no switch or click there waits
for this script.
"""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st
from pydantic import ValidationError

from geo.atlas import HOME, Atlas
from geo.checks import open_atlas, seal_summary
from geo.errors import AtlasError, Problem
from geo.evidence_table import Row, evidence_table, matching
from geo.export import FORMATS, PAPERS, PARTS, TLP, Order
from geo.export.job import Job
from geo.page import TILES, Tiles, app_script, build_page

FOLDER = Path(os.environ.get("ATLAS") or HOME).resolve()
ICON = HOME / "docs" / "icon.png"  # a named icon or an emoji would be fetched from elsewhere
# Room for the page: Streamlit's own header and margins are for documents.
STYLE = """<style>
[data-testid="stHeader"] {display: none}
[data-testid="stMainBlockContainer"] {padding: 0 0 2rem; max-width: none}
[data-testid="stMainBlockContainer"] [data-testid="stTabs"] {padding: 0 1rem; min-height: 100vh}
[data-testid="stVerticalBlock"] {gap: 0.25rem}
</style>"""

# Three components: the page's message is large, stays the same, and so is sent only once.
mount_page = st.components.v2.component("corridor_atlas_page", js=app_script("host"))
select_mark = st.components.v2.component("corridor_atlas_select", js=app_script("select"))
report_view = st.components.v2.component("corridor_atlas_report", js=app_script("report"))


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one state of the files from another: a rerun shows a change."""
    files = sorted((*folder.glob("data/**/*"), *folder.glob("seeds/*")))
    states = ((file, file.stat()) for file in files)
    return tuple((str(file), state.st_mtime_ns, state.st_size) for file, state in states)


@st.cache_resource(max_entries=2, show_spinner="Checking the atlas …")
def checked(folder: Path, changed: tuple[tuple[str, int, int], ...]) -> Atlas | tuple[Problem, ...]:
    """Open the atlas, once for all sessions; its problems, if it has any."""
    del changed  # a part of the cache's key
    try:
        return open_atlas(folder)
    except AtlasError as error:
        return error.problems


@st.cache_resource(max_entries=4, show_spinner="Drawing the map …")
def page(_atlas: Atlas, digest: str, tiles: Tiles | None) -> str:
    """Build the page, once for all sessions (a string: folium's maps can't be shared)."""
    del digest  # the atlas' part of the cache's key
    return build_page(_atlas, tiles)


def main() -> None:
    st.set_page_config("Corridor Atlas", ICON, layout="wide")
    st.html(STYLE)
    atlas = checked(FOLDER, stamp(FOLDER))
    if not isinstance(atlas, Atlas):
        show_problems(atlas)
        return
    place = st.container()
    # The first is the lightest: the others are filled when they are opened.
    names = ["Checks", "Evidence", "Briefing", "Basemap"]
    checks, evidence, briefing, basemap = st.tabs(names, on_change="rerun", key="tab")
    with basemap:
        tiles = choose_tiles()
    with evidence:
        if evidence.open:
            show_evidence(atlas)
    with briefing:
        if briefing.open:  # only then is the app told what the page shows
            st.fragment(show_briefing)(atlas)
            making = "job" in st.session_state
            st.fragment(show_job, run_every=0.5 if making else None)()
    with checks:
        st.caption(
            "Every quote stands exactly at its place in the sealed text; every claim has its "
            "reasons; every mark lies where it says; no word of a silence is in the article."
        )
        st.code(seal_summary(atlas), language=None)
    with place:  # last: what lies below it would move it while somebody clicks
        mount_page(key="page", data=page(atlas, atlas.digest, tiles))
        select_mark(key="select", data=st.session_state.get("asked"))


def show_problems(problems: tuple[Problem, ...]) -> None:
    st.error(f"The atlas fails {len(problems)} checks, so nothing is drawn.")
    st.code("\n".join(map(str, problems)), language=None)


def choose_tiles() -> Tiles | None:
    """Let online tiles be turned on; say which server that contacts."""
    offline = "Offline map (contacts no server)"
    names = {f"{tiles.name} (online, contacts {tiles.host})": tiles for tiles in TILES}
    choice = st.radio("Basemap", [offline, *names])
    st.caption(
        "An online basemap sends your network address, and which area you look at, to that server."
    )
    return names.get(choice)


def show_briefing(atlas: Atlas) -> None:
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
            st.session_state["job"] = Job(FOLDER, forms, order)
            st.rerun()
    with right:
        if order:
            show_sheet(atlas, order)


def ask_for_order(atlas: Atlas, seen: dict[str, Any]) -> Order | None:
    """Ask what the sheet is to be like; None when what was typed can't be."""
    one, two = st.columns(2)
    paper = one.selectbox("Paper", list(PAPERS), format_func=PAPERS.__getitem__)
    languages = atlas.manifest.languages
    spoken = languages.index(seen["language"]) if seen.get("language") in languages else 0
    language = two.selectbox("Language", languages, index=spoken)
    title = st.text_input("Title", placeholder=atlas.manifest.title[language])
    subtitle = st.text_input("Subtitle", placeholder=atlas.manifest.subtitle[language])
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


def show_sheet(atlas: Atlas, order: Order) -> None:
    """Show the sheet, small; or why it can't be made."""
    with st.spinner("Drawing the sheet …"):
        small = order.model_copy(update={"dpi": 60})
        picture = thumbnail(atlas.digest, small, small.model_dump_json())
    if isinstance(picture, bytes):
        st.image(picture, caption="The sheet, with what the map above shows.")
    else:
        st.error(f"The sheet can't be drawn: {picture}")


@st.cache_data(max_entries=50, show_spinner=False)
def thumbnail(digest: str, _order: Order, asked: str) -> bytes | str:
    """Return the sheet as a PNG, or why there is none."""
    del digest, asked  # the cache's key
    job = Job(FOLDER, ["png"], _order, limit=30)
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


def show_evidence(atlas: Atlas) -> None:
    """Show all that is said, and not said, as a table; a row ticked selects its mark."""
    hint = "A place, an actor, a word …"
    words = st.text_input("Search what is said, and not said", placeholder=hint)
    table = evidence_table(atlas)
    rows = matching(table, words)
    st.caption(f"{len(rows)} of {len(table)} rows. Tick one to see it on the map.")
    st.dataframe(
        [row.shown() for row in rows],
        hide_index=True,
        on_select=lambda: select(rows),
        selection_mode="single-row",
        key="claims",
    )


def select(rows: tuple[Row, ...]) -> None:
    """Ask the page for the mark of the chosen row."""
    chosen = st.session_state["claims"].selection.rows
    if chosen and (row := rows[chosen[0]]).feature:
        serial = st.session_state.get("asked", {"serial": 0})["serial"] + 1
        excerpt = row.excerpts[0] if row.excerpts else None
        st.session_state["asked"] = {
            "feature": row.feature,
            "excerpt": excerpt,
            "serial": serial,
        }


main()
