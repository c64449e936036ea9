"""The plain way: each run of the script makes the map anew, of the layers that are on."""

import streamlit as st
from streamlit_folium import st_folium

from benchmarks.apps.common import RETURNED, asked_for, bare_map, groups, tell

st.set_page_config(layout="wide")
left, middle, right = st.columns([1, 3, 1])
chart = bare_map()
with left:
    for group in groups():
        group.add_to(chart)
with right:
    centre = asked_for()
with middle:
    answer = st_folium(
        chart,
        key="map",
        height=780,
        use_container_width=True,
        returned_objects=RETURNED,
        center=centre,
    )
with right:
    tell(answer)
