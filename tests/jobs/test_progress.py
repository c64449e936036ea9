from __future__ import annotations

import pytest

from geo.jobs.progress import Progress, last_progress

PDF = Progress(format="pdf", number=2, total=3)
ZIP = Progress(format="zip", number=3, total=3)


@pytest.mark.parametrize(
    ("output", "progress"),
    [
        ("", None),
        (f"{PDF.line()}\n", PDF),
        (f"{PDF.line()}\n{ZIP.line()}\n", ZIP),
        (f"{PDF.line()}\n{ZIP.line()}", PDF),  # not written to its end yet
        (f"{PDF.line()}\n" + ZIP.line()[:9], PDF),
        (f"{PDF.line()}\nUserWarning: deprecated\n\n", PDF),
        (f"{PDF.line()}\n[3]\n{{}}\nnull\n", PDF),
        ('{"format": "pdf", "number": "2", "total": 3}\n', None),
        ('{"format": "pdf", "number": 0, "total": 3}\n', None),
        ('{"format": "pdf", "number": 2, "total": 3, "more": 1}\n', None),
    ],
)
def test_the_last_whole_line_of_the_form_counts(output: str, progress: Progress | None) -> None:
    assert last_progress(output) == progress


def test_a_bar_is_full_only_when_the_files_are_there() -> None:
    assert [PDF.fraction, ZIP.fraction] == [0.5, 0.75]
    assert PDF.caption == "making pdf (2 of 3) …"
