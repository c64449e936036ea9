"""The Evidence panel: all that is said, and not said, as a table."""

from __future__ import annotations

import secrets

import streamlit as st

from geo.atlas import Atlas
from geo.evidence_table import Row, evidence_table, matching


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
        excerpt = row.excerpts[0] if row.excerpts else None
        serial = secrets.token_hex(8)  # no count: a new session would begin it anew
        st.session_state["asked"] = {
            "feature": row.feature,
            "excerpt": excerpt,
            "serial": serial,
        }
