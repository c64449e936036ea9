"""The advised way: the map stays; `feature_group_to_add` puts on it the layers that are on."""

import streamlit as st
from streamlit_folium import st_folium

from benchmarks.apps.common import RETURNED, asked_for, bare_map, groups, tell

st.set_page_config(layout="wide")
left, middle, right = st.columns([1, 3, 1])
with left:
    shown = groups()
with right:
    centre = asked_for()
with middle:
    answer = st_folium(
        bare_map(),
        key="map",
        height=780,
        use_container_width=True,
        returned_objects=RETURNED,
        center=centre,
        feature_group_to_add=shown,
    )
with right:
    tell(answer)
