"""The Evidence panel: all that is said, and not said, as a table."""

from __future__ import annotations

import secrets

import streamlit as st

from geo.app.components import select_mark
from geo.app.pages import OpenAtlas
from geo.atlas.evidence_table import EvidenceRow, matching

MOST = 1000  # rows: each goes to the browser whenever the panel is drawn


def show_evidence(shown: OpenAtlas) -> None:
    """Show all that is said, and not said, as a table; a row ticked opens its mark's card at it."""
    example = "A place, an actor, a word …"
    words = st.text_input("Search what is said, and not said", placeholder=example)
    rows = matching(shown.rows, words)
    more = f" The first {MOST} are shown: search for fewer." if len(rows) > MOST else ""
    st.caption(f"{len(rows)} of {len(shown.rows)} rows. Tick one to see it on the map.{more}")
    table = st.dataframe(
        [row.shown() for row in rows[:MOST]],
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


def selection_of(row: EvidenceRow) -> dict[str, str | None]:
    """Return what the page is asked to select; anew each time, also when it is the same."""
    excerpt = row.excerpts[0] if row.excerpts else None
    serial = secrets.token_hex(8)  # no count: a new session would begin it anew
    claim = row.claim_id or None
    return {"feature": row.feature, "excerpt": excerpt, "claim": claim, "serial": serial}
