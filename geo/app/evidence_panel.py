"""The Evidence panel: all that is said, and not said, as a table."""

from __future__ import annotations

import secrets

import streamlit as st

from geo.app.components import select_mark
from geo.app.error_box import show_fault, why_no_files
from geo.app.pages import OpenAtlas
from geo.app.uploaded import UploadedAtlas
from geo.atlas.errors import AtlasError
from geo.atlas.evidence_search import Found, FoundRow


def show_evidence(shown: OpenAtlas | UploadedAtlas) -> None:
    """Show all that is said, and not said, as a table; a row ticked opens its mark's card at it."""
    example = "A place, an actor, a word …"
    words = st.text_input("Search what is said, and not said", placeholder=example, max_chars=200)
    try:
        found = shown.search(words)
    except AtlasError as error:
        show_fault("The evidence can't be searched.", str(error))
    except OSError as error:
        show_fault("The evidence can't be searched.", why_no_files(error))
    else:
        show_rows(found)


def show_rows(found: Found) -> None:
    """Show the rows that were found, and ask the page to select what is ticked."""
    rows = found.rows
    cut = len(rows) < found.number
    more = f" The first {len(rows)} are shown: search for fewer." if cut else ""
    st.caption(f"{found.number} of {found.total} rows. Tick one to see it on the map.{more}")
    table = st.dataframe(
        [row.columns for row in rows],
        hide_index=True,
        on_select="rerun",  # a callback would miss the first tick after the server's restart
        selection_mode="single-row",
        key="claims",
    )
    ticked = table.selection.rows
    if ticked != st.session_state.get("ticked", []):
        st.session_state["ticked"] = ticked
        if ticked and (row := rows[ticked[0]]).feature:
            st.session_state["asked"] = selection_of(row)
    select_mark(key="select", data=st.session_state.get("asked"))


def selection_of(row: FoundRow) -> dict[str, str | None]:
    """Return what the page is asked to select; anew each time, also when it is the same."""
    serial = secrets.token_hex(8)  # no count: a new session would begin it anew
    asked = {"feature": row.feature, "excerpt": row.excerpt, "claim": row.claim}
    return {**asked, "serial": serial}
