"""The app: `make run`, or `streamlit run app.py`; ATLAS=folder opens another atlas.

Streamlit looks in this file's text for the assignment to `app`; all else is in geo/app/server.py.
"""

import streamlit as st

from geo.app.server import MAIN, MIDDLEWARE, ROUTES, lifespan

app = st.App(MAIN, lifespan=lifespan, routes=ROUTES, middleware=MIDDLEWARE)
