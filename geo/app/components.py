"""What joins Streamlit and the page: five components without a look of their own.

`mount_page` takes the page's address and puts it into a sandboxed frame; it alone writes the
browser's query, also whether an uploaded atlas is open (`st.query_params` would bring back an
old one).
`select_mark` hands on what a panel asks the page to select; `report_view` brings what the page
shows. `keep_presets` keeps the export panel's choices in the browser, and `hand_over` has the
browser save a file: neither a choice nor a file's name is in an address.
"""

import streamlit as st

from geo.page import app_script

mount_page = st.components.v2.component("corridor_atlas_page", js=app_script("host"))
select_mark = st.components.v2.component("corridor_atlas_select", js=app_script("select"))
report_view = st.components.v2.component("corridor_atlas_report", js=app_script("report"))
keep_presets = st.components.v2.component("corridor_atlas_presets", js=app_script("presets"))
hand_over = st.components.v2.component("corridor_atlas_handover", js=app_script("handover"))
