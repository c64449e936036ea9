"""What a window is told while it waits for a job."""

from __future__ import annotations

import time

import streamlit as st

from geo.jobs.job import Job
from geo.text.catalogue import words

_LOOK = 0.1  # seconds between two looks


def told(job: Job, doing: str, language: str = "en") -> str:
    """Say that a job is under way, or how many are to be done before it."""
    place = job.place
    return f"{doing} {words(language, 'placeInQueue', place)}" if place else doing


def wait_for(job: Job, doing: str, language: str = "en") -> None:
    """Wait until a job is over, and say how it stands; it ends with the run, or the window."""
    line = st.empty()
    try:
        while not job.done:
            line.text(
                told(job, doing, language)
            )  # here Streamlit breaks the run of a window off that is shut
            time.sleep(_LOOK)
    except BaseException:
        job.cancel()
        raise
    line.empty()
