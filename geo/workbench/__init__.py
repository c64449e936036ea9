"""The workbench: a screen on which an article becomes a sealed atlas.

The page (`assets/`) stands in a sandboxed frame of the app, and asks; a process of its own for
each window (`worker.py`) answers. It alone reads the article, the journal and what is dropped. An
ask goes from the frame to the app's document, from there by HTTP to the app's server, and through
a pipe to the process. Streamlit takes no part in it: a rerun of its script for each key would take
longer than a person waits, and would draw all panels anew. The process keeps limits of memory and
time, holds the lock of its draft, and may be killed at any moment: what it said was saved, is.
"""
