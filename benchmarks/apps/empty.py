"""The least that an app can show."""

import streamlit as st

st.text("Nothing to see.")
