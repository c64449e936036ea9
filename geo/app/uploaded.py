"""An atlas out of a ZIP, open in one window: what jobs have made of it, and no more.

The app's own process never reads it.
"""

from __future__ import annotations

from geo.app.pages import Page
from geo.app.previews import Previews
from geo.app.waiting import wait_for
from geo.atlas.evidence_search import Found
from geo.jobs.upload_jobs import CheckJob, DrawJob, SearchJob
from geo.page import Tiles


class UploadedAtlas:
    """A ZIP that was checked; its files go when the job does, and that when this object does.

    Raises AtlasError with all that is wrong with it. Of pages and searches it keeps the newest.
    """

    def __init__(self, checked: CheckJob) -> None:
        checked.raise_problems()
        self.cover, self.folder = checked.cover(), checked.atlas
        self.previews = Previews(self.folder)
        self._page = "", Page(checked.page())
        self._found: tuple[str, Found] | None = None
        self._checked = checked

    def page(self, tiles: Tiles | None) -> Page:
        """Return its page; AtlasError says why it can't be drawn."""
        name = tiles.name if tiles else ""
        if self._page[0] != name:
            self._page = name, Page(self._drawn(name) if name else self._checked.page())
        return self._page[1]

    def _drawn(self, tiles: str) -> bytes:
        job = DrawJob(self.folder, tiles)
        wait_for(job, "Drawing the map …")
        job.raise_problems()
        return job.page()

    @property
    def page_before(self) -> Page:
        """The page that was drawn last."""
        return self._page[1]

    def search(self, words: str) -> Found:
        """Return what is said, and not said, with all of `words`; or AtlasError says why not."""
        if not self._found or self._found[0] != words:
            job = SearchJob(self.folder, words)
            wait_for(job, "Searching …")
            job.raise_problems()
            self._found = words, job.found()
        return self._found[1]

    def close(self) -> None:
        """Remove its files now, and serve its page no more."""
        self._checked.cancel()
        self.previews = Previews(self.folder)
        self._page = "", Page(b"")
        self._found = None
