"""The app's screen: the page, and panels below it. Streamlit runs `main.py` for each viewer.

What a person touches on the page stays in the page: no switch or click there waits
for a script.
"""
