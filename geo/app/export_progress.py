"""An exported file while it is made, and then on its way to the reader's disk."""

from __future__ import annotations

import re
import secrets
import unicodedata
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from geo.app.components import hand_over
from geo.app.error_box import show_fault, why_no_files
from geo.app.export_form import NAMES, Asked
from geo.app.sessions import remember
from geo.app.waiting import told
from geo.atlas.cover import Cover
from geo.export_options import ExportOptions
from geo.formats import FORMATS
from geo.jobs.export_job import ExportJob
from geo.text.catalogue import words


class Making:
    """A file that was asked for: a job while it runs, then the file, or why there is none.

    `serial` is of the last time that it was asked for: the browser saves it once each time.
    """

    def __init__(self, folder: Path, cover: Cover, asked: Asked) -> None:
        self.folder, self.asked = folder, asked
        self.name = name_for(asked.form, asked.options, cover.title)
        self.serial = secrets.token_hex(8)
        self.file: bytes | None = None
        self.fault = ""
        self.job: ExportJob | None = None
        try:
            self.job = ExportJob(folder, [asked.form], asked.options)
        except OSError as error:
            self.fault = why_no_files(error)
        remember(self)

    @property
    def busy(self) -> bool:
        return self.job is not None

    def is_of(self, folder: Path, asked: Asked) -> bool:
        """Say whether it is what is asked for now."""
        now = folder, asked.form, asked.options
        return now == (self.folder, self.asked.form, self.asked.options)

    def take(self) -> None:
        """Take what the job, which is done, has made."""
        if self.job:
            self.fault = self.job.fault
            self.file = None if self.fault else next(iter(self.job.files().values()))
            self.job.cancel()
        self.job = None

    def hand_over_again(self) -> None:
        """Have the browser save the file once more."""
        self.serial = secrets.token_hex(8)

    def close(self) -> None:
        """Stop the job, if it still runs, and let go of what it made."""
        if self.job:
            self.job.cancel()
        self.job, self.file = None, None


def show_making(tongue: str) -> None:
    """Show how the file comes along; then hand it over, or say why there is none."""
    making: Making | None = st.session_state.get("making")
    if making is None:
        return
    if making.job:
        show_progress(making, making.job, tongue)
    elif making.file is None:
        show_fault(words(tongue, "noFile"), making.fault)
    else:
        give(making, making.file, tongue)


def show_progress(making: Making, job: ExportJob, tongue: str) -> None:
    if job.done:
        making.take()
        st.rerun()
    st.text(told(job, words(tongue, "makingFile", _format(making)), tongue))
    if st.button(words(tongue, "cancel"), key="cancel"):
        making.close()
        del st.session_state["making"]
        st.rerun()


def _format(making: Making) -> str:
    return NAMES.get(making.asked.form, making.asked.form.upper())


def give(making: Making, file: bytes, tongue: str) -> None:
    """Hand the file to the browser, and say under which name."""
    encoded = b64encode(file).decode("ascii")
    hand_over(
        key="handover", data={"name": making.name, "base64": encoded, "serial": making.serial}
    )
    size = words(tongue, "megabytes", f"{len(file) / 1e6:.1f}")
    st.success(words(tongue, "savedAs", making.name, size))


def name_for(form: str, options: ExportOptions, titles: Mapping[str, str]) -> str:
    """Return a file's name: its title, then what tells one set of options from another.

    It has letters, digits and hyphens alone. The names that Windows keeps for itself have no
    hyphen; and no system takes more than 255 bytes.
    """
    known, language = FORMATS[form], options.view.language
    parts = (
        _plain(options.title.lower(), 120) or _plain(titles[language].lower(), 120) or "atlas",
        options.style if known.styles else None,
        language,
        options.paper if known.paper else None,
        _plain(options.marking.upper(), 60),
    )
    return f"{'-'.join(filter(None, parts))}.{form}"


def _plain(text: str, most: int) -> str:
    """Return the letters and digits of a text, with hyphens between its words, in `most` bytes."""
    letters = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Mn")
    hyphened = re.sub(r"[\W_]+", "-", re.sub("[’']", "", "".join(letters))).strip("-")
    return hyphened.encode()[:most].decode(errors="ignore").strip("-")
