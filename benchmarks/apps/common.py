"""What the Streamlit peers share; they differ in how layers get on the map."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import folium
import streamlit as st

from benchmarks import look
from benchmarks.layers import Drawing

RETURNED = ("last_object_clicked_tooltip",)  # all else would make more reruns


@st.cache_resource
def drawing() -> Drawing:
    return Drawing.read(Path(os.environ["BENCH_DRAWING"]))


def bare_map() -> folium.Map:
    return look.bare_map(drawing())


def groups() -> list[folium.FeatureGroup]:
    """Show a switch a layer, and return those that are on as folium's groups."""
    return [look.group_of(one) for one in drawing().layers if st.checkbox(one.id, one.visible)]


def asked_for() -> tuple[float, float] | None:
    """Show a button a place; return the lat, lon that the map is to go to."""
    for name, (lon, lat) in drawing().places.items():
        if st.button(name):
            st.session_state["asked"] = (lat, lon)
    asked: tuple[float, float] | None = st.session_state.get("asked")
    return asked


def tell(answer: dict[str, Any]) -> None:
    """Write what was clicked on the map."""
    if clicked := answer.get("last_object_clicked_tooltip"):
        st.markdown(f"Selected: {' '.join(clicked.split())}")
