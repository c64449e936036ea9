"""The script that Streamlit runs for each viewer, and again at each touch of a panel."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.app.components import mount_page
from geo.app.error_box import show_fault, why_no_files
from geo.app.pages import OpenAtlas, Page, folder, opened
from geo.app.upload_panel import (
    Window,
    say_what_was_lost,
    show_checking,
    show_opening,
    show_problems,
    window,
)
from geo.app.uploaded import UploadedAtlas
from geo.atlas.atlas import HOME
from geo.atlas.cover import Cover
from geo.atlas.errors import AtlasError
from geo.page import TILES, Tiles, tiles_named
from geo.symbology import PALETTE

ICON = HOME / "docs" / "icon.png"  # a named icon or an emoji would be fetched from elsewhere
# Room for the page: Streamlit's own header and margins are for documents. The scroll bar
# is there from the start, so that what comes below the page moves nothing. The checks'
# text isn't code: what colours code would be loaded before the map. The panel of exports reads the
# way of the page's language; its text isn't that of checks, and a rim tells a page in it from the
# screen. Streamlit's header, which would say that the server is away, is hidden: a line at the foot
# says it, as one says that an atlas is being opened, and its place in the queue.
STYLE = Template("""<style>
[data-testid="stHeader"] {display: none}
[data-testid="stMain"] {overflow-y: scroll}
[data-testid="stMainBlockContainer"] {padding: 0 0 2rem; max-width: none}
[data-testid="stMainBlockContainer"] [data-testid="stTabs"] {padding: 0 1rem; min-height: 100vh}
[data-testid="stVerticalBlock"] {gap: 0.25rem}
[data-testid="stText"] {font-family: monospace}
.st-key-briefing-rtl {direction: rtl}
.st-key-briefing-rtl [data-testid="stElementContainer"] {text-align: start}
.st-key-briefing-rtl [data-testid="stButtonGroup"] button {
  border-radius: 0.5rem; border-width: 1px}
[class*="st-key-briefing-"] [data-testid="stText"] {font-family: inherit}
[data-testid="stImage"] img {border: 1px solid $line}
.st-key-opening [data-testid="stSpinner"], .st-key-opening [data-testid="stText"],
[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])::after {
  position: fixed; inset: auto 0 0; z-index: 1000; padding: 0.5rem 1rem; text-align: center;
  background: $warm; color: $ink; border-top: 1px solid $accent}
[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])::after {
  content: "No connection to the app. Map and article go on; the panels below wait for it."}
</style>""").substitute(asdict(PALETTE))


def main() -> None:
    st.set_page_config("Corridor Atlas", ICON, layout="wide")
    st.html(STYLE)
    here = window()
    if here.workbench:
        from geo.app.workbench_panel import show_workbench  # only whoever opens it waits for it

        show_workbench(here)
        return
    foot = st.container(key="opening")
    shown = open_one(here, foot)
    if shown is None:
        return
    page = page_of(shown, foot)
    if here.checking:
        with foot:
            st.fragment(show_checking, run_every=0.5)(here)
    data = {"page": page.address, "atlas": shown.cover.digest, "upload": here.upload}
    mount_page(key="page", data=data, on_lost_change=here.lose)
    # The first is the lightest: the others are filled when they are opened.
    names = ["Checks", "Evidence", "Briefing", "Open", "Basemap"]
    checks, evidence, briefing, opening, basemap = st.tabs(names, on_change="rerun", key="tab")
    with checks:
        show_checks(shown.cover)
    if evidence.open:
        from geo.app.evidence_panel import show_evidence  # only whoever opens it waits for it

        with evidence:
            show_evidence(shown)
    if briefing.open:  # only then is the app told what the page shows
        from geo.app.export_panel import show_briefing

        with briefing:
            show_briefing(shown)
    if opening.open or here.asked:  # an upload under way would end with its box
        with opening:
            show_opening()
    with basemap:
        choose_tiles()


def open_one(here: Window, foot: DeltaGenerator) -> OpenAtlas | UploadedAtlas | None:
    """Open what this window is to show, and say why it can't be; None when there is nothing."""
    with foot, st.spinner("Opening the atlas …", show_time=False):
        here.open()
        home = None if here.uploaded else opened(folder())
    say_what_was_lost(here)
    if home is None:
        return here.uploaded
    if home.problems and home.shown:
        show_problems(
            "The atlas has changed and fails its checks; it was so before:", home.problems
        )
    elif home.problems:
        show_problems("The atlas fails its checks, so nothing is drawn.", home.problems)
    return home.shown


def page_of(shown: OpenAtlas | UploadedAtlas, foot: DeltaGenerator) -> Page:
    """Return the page, over the tiles that are chosen; or the one before, and say why."""
    try:
        with foot:
            return shown.page(chosen_tiles())
    except AtlasError as error:
        show_fault("The map can't be drawn over these tiles; it is the one before.", str(error))
    except OSError as error:
        show_fault("The map is the one before.", why_no_files(error))
    return shown.page_before


def show_checks(cover: Cover) -> None:
    st.caption(
        "Every quote stands exactly at its place in the sealed text; every claim has its "
        "reasons; every mark lies where it says; no word of a silence is in the article."
    )
    st.text(cover.seal)


def chosen_tiles() -> Tiles | None:
    """Return the online tiles that are turned on below, if any are."""
    return tiles_named(st.session_state.get("tiles"))


def choose_tiles() -> None:
    """Let online tiles be turned on; say which server that contacts."""
    names = {tiles.name: f"{tiles.name} (online, contacts {tiles.host})" for tiles in TILES}
    offline = {"": "Offline map (contacts no server)"}
    choices = offline | names
    st.radio("Basemap", list(choices), format_func=choices.__getitem__, key="tiles")
    st.caption(
        "An online basemap sends your network address, and which area you look at, to that server."
    )


main()
