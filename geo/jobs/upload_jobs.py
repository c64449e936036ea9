"""Jobs on an uploaded ZIP: the app never reads the atlas itself, but what these made of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from geo.atlas.cover import Cover
from geo.atlas.errors import AtlasError, Problem
from geo.atlas.evidence_search import Found
from geo.jobs.job import Job
from geo.jobs.limits import CHECK, Limits
from geo.jobs.queue import QUICK
from geo.jobs.unzip import WHOLE
from geo.jobs.upload_work import COVER, FOUND, NO_ROOM, PAGE, PROBLEMS, TELL

MOST_BYTES = 32_000_000  # that the app takes over from a job: so much a window may keep of memory
_SMALLER = "make it smaller: fewer features, simpler shapes"
_LATER = "try again in a minute"


class UploadJob(Job):
    """Work on an upload. Once it is done, `raise_problems` says what went wrong."""

    def __init__(
        self,
        work: str,
        arguments: Callable[[Path], list[str]],
        inputs: Mapping[str, bytes],
        limits: Limits = CHECK,
    ) -> None:
        self._doing = work

        def call(own: Path) -> list[str]:
            return ["geo.jobs.upload_work", work, str(own / "work"), *arguments(own)]

        super().__init__(QUICK, call, limits, inputs)

    def raise_problems(self) -> None:
        """Raise AtlasError with what is wrong with the atlas, or why the work came to no end."""
        if self.ending != "well":
            raise AtlasError([Problem(WHOLE, "", *self._fault())])
        if problems := json.loads(self.made(PROBLEMS)):
            raise AtlasError(Problem(*problem) for problem in problems)

    def made(self, name: str) -> bytes:
        """Return what was made, by its file's name.

        Raises AtlasError when it is more than the app may keep, or is gone.
        """
        file = self.work / name
        try:
            if file.stat().st_size <= MOST_BYTES:
                return file.read_bytes()
        except OSError as error:
            why = f"can't be opened here: {error.strerror}"
            raise AtlasError([Problem(WHOLE, "", why, "open it once more")]) from None
        what = f"makes more than {MOST_BYTES // 1_000_000} MB"
        raise AtlasError([Problem(WHOLE, "", what, _SMALLER)])

    def _fault(self) -> tuple[str, str]:
        limits, doing = self.limits, self._doing
        if self.code == NO_ROOM:
            return "can't be opened here: the disk takes no more", TELL
        processor = f"takes more than {limits.processor_seconds:g} s of processor time to {doing}"
        clock = f"takes more than {limits.clock_seconds:g} s to {doing} here"
        memory = f"takes more than {limits.memory / 2**30:g} GB of memory to {doing}"
        busy = f"open it when this computer is less busy, or {_SMALLER}"
        return {
            "processor": (processor, _SMALLER),
            "clock": (clock, busy),
            "cancelled": ("is not opened: that was cancelled", "open it once more"),
            "unbegun": ("can't be opened now: this computer has no room to begin", _LATER),
        }.get(self.ending, (f"{memory}, or is past it", _SMALLER))


class CheckJob(UploadJob):
    """A ZIP, unpacked into `atlas`, checked and drawn."""

    def __init__(self, packed: bytes, limits: Limits = CHECK) -> None:
        def arguments(own: Path) -> list[str]:
            return [str(own / "packed.zip"), str(own / "work" / "atlas")]

        super().__init__("check", arguments, {"packed.zip": packed}, limits)
        self.atlas = self.work / "atlas"

    def cover(self) -> Cover:
        return Cover.model_validate_json(self.made(COVER))

    def page(self) -> bytes:
        return self.made(PAGE)


class DrawJob(UploadJob):
    """The page of an atlas that was checked, over the online tiles of a name."""

    def __init__(self, folder: Path, tiles: str) -> None:
        super().__init__("draw", lambda _: [str(folder), tiles], {})

    def page(self) -> bytes:
        return self.made(PAGE)


class SearchJob(UploadJob):
    """A search of the evidence of an atlas that was checked."""

    def __init__(self, folder: Path, words: str, limits: Limits = CHECK) -> None:
        def arguments(own: Path) -> list[str]:
            return [str(folder), str(own / "words.txt")]

        super().__init__("search", arguments, {"words.txt": words.encode()}, limits)

    def found(self) -> Found:
        return Found.model_validate_json(self.made(FOUND))
