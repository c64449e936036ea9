"""Exported files while they are made, and then to take away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from geo.app.error_box import show_fault, why_no_files
from geo.app.sessions import remember
from geo.app.waiting import told
from geo.formats import ExportOptions
from geo.jobs.export_job import ExportJob


class Making:
    """An export that was asked for: a job while it runs, then its files, or why there are none."""

    def __init__(self, folder: Path, forms: Sequence[str], options: ExportOptions) -> None:
        self.folder, self.options = folder, options
        self.files: dict[str, bytes] = {}
        self.fault = ""
        self.job: ExportJob | None = None
        try:
            self.job = ExportJob(folder, forms, options)
        except OSError as error:
            self.fault = why_no_files(error)
        remember(self)

    @property
    def busy(self) -> bool:
        return self.job is not None

    def take(self) -> None:
        """Take what the job, which is done, has made."""
        if self.job:
            self.fault = self.job.fault
            self.files = {} if self.fault else self.job.files()
            self.job.cancel()
        self.job = None

    def close(self) -> None:
        """Stop the job, if it still runs, and let go of all that it made."""
        if self.job:
            self.job.cancel()
        self.job, self.files = None, {}


def show_making() -> None:
    """Show how the files come along; then offer them, or say why there are none."""
    making: Making | None = st.session_state.get("making")
    if making is None:
        if st.session_state.get("outdated"):
            st.info("What the map or the panel shows has changed: make the files again.")
        return
    st.session_state.pop("outdated", None)
    if making.job:
        show_progress(making, making.job)
    elif making.fault:
        show_fault("No file was made.", making.fault)
    else:
        offer(making)


def show_progress(making: Making, job: ExportJob) -> None:
    if job.done:
        making.take()
        st.rerun()
    progress = job.progress
    caption = progress.caption if progress else told(job, "starting …")
    st.text(caption)  # plain text: a bar's reads Markdown
    st.progress(progress.fraction if progress else 0.0)
    if st.button("Cancel"):
        making.close()
        del st.session_state["making"]
        st.rerun()


def offer(making: Making) -> None:
    """Offer the files under names that tell one set of options from another."""
    for name, data in making.files.items():
        own = name_for(name, making.options)
        label = f"Download {own} ({len(data) / 1e6:.1f} MB)"
        st.download_button(label, data, file_name=own, on_click="ignore", key=f"get-{name}")


def name_for(file: str, options: ExportOptions) -> str:
    """Return a name for an exported file: its language, paper and marking are in it."""
    stem, suffix = file.rsplit(".", 1)
    marking = re.sub(r"[^A-Za-z0-9]+", "-", options.marking).strip("-")[:40]
    return (
        "-".join(filter(None, [stem, options.view.language, options.paper, marking])) + f".{suffix}"
    )
