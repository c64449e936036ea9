"""The app: mounts the page, with its Evidence, Checks and Basemap panels below it.

Run it with `make run`, or `streamlit run app.py`. What a person touches on the
page stays in the page: no switch or click there waits for this script.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.atlas import HOME, Atlas
from geo.checks import open_atlas, seal_summary
from geo.errors import AtlasError, Problem
from geo.evidence_table import Row, evidence_table, matching
from geo.page import TILES, Tiles, app_script, build_page

ICON = HOME / "docs" / "icon.png"  # a named icon or an emoji would be fetched from elsewhere
# Room for the page: Streamlit's own header and margins are for documents.
STYLE = """<style>
[data-testid="stHeader"] {display: none}
[data-testid="stMainBlockContainer"] {padding: 0 0 2rem; max-width: none}
[data-testid="stMainBlockContainer"] [data-testid="stTabs"] {padding: 0 1rem; min-height: 100vh}
[data-testid="stVerticalBlock"] {gap: 0.25rem}
</style>"""

# Two components: the page's message is large, stays the same, and so is sent only once.
mount_page = st.components.v2.component("corridor_atlas_page", js=app_script("host"))
select_mark = st.components.v2.component("corridor_atlas_select", js=app_script("select"))


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
    atlas = checked(HOME, stamp(HOME))
    if not isinstance(atlas, Atlas):
        show_problems(atlas)
        return
    place = st.container()
    evidence, checks, basemap, file = st.tabs(["Evidence", "Checks", "Basemap", "File"])
    with basemap:
        tiles = choose_tiles()
    with evidence:
        show_evidence(atlas)
    with checks:
        st.caption(
            "Every quote stands exactly at its place in the sealed text; every claim has its "
            "reasons; every mark lies where it says; no word of a silence is in the article."
        )
        st.code(seal_summary(atlas), language=None)
    with file:
        offer_file(atlas)
    with place:
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


def offer_file(atlas: Atlas) -> None:
    """Offer the page as one file; it is the offline page, whatever the basemap here."""
    st.download_button(
        "Download the map as one HTML file",
        page(atlas, atlas.digest, None),
        file_name=f"{atlas.manifest.id}.html",
        mime="text/html",
        on_click="ignore",
    )
    st.caption("Opens in any browser from disk, with no network. It can be mailed.")


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
