"""Previews: their pages and counts are those of the file that is made."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from geo.checks import open_atlas
from geo.export_options import ExportOptions, Style
from geo.formats import FORMATS, render
from geo.jobs.job import Job
from geo.jobs.limits import Limits
from geo.jobs.preview_jobs import CountJob, PagesJob, PreviewJob
from tests.conftest import Build

pytestmark = pytest.mark.slow

SMALL = ExportOptions(dpi=20)


def finished(job: Job) -> None:
    while not job.done:
        time.sleep(0.02)


def pages(
    folder: Path, form: str, options: ExportOptions, *, first: bool = False
) -> list[Image.Image]:
    job = PagesJob(folder, form, options, first=first)
    finished(job)
    assert job.fault == ""
    return [Image.open(io.BytesIO(page)) for page in job.pages()]


@pytest.mark.parametrize("style", FORMATS["pdf"].styles)
def test_there_are_as_many_pages_as_are_counted_and_made(build: Build, style: Style) -> None:
    folder = build()
    atlas, options = open_atlas(folder), SMALL.model_copy(update={"style": style})
    count = CountJob(folder, SMALL)
    finished(count)
    assert count.fault == ""
    pdf = len(PdfReader(io.BytesIO(render(atlas, "pdf", options))).pages)
    pptx = len(Presentation(io.BytesIO(render(atlas, "pptx", options))).slides)
    counted = count.counts()
    assert (counted["pdf"][style], counted["pptx"][style]) == (pdf, pptx)
    assert len(pages(folder, "pdf", options)) == pdf
    assert len(pages(folder, "pptx", options)) == pptx
    assert len(pages(folder, "pptx", options, first=True)) == 1


@pytest.mark.parametrize("form", ["pdf", "pptx"])
def test_the_first_page_alone_looks_as_among_all(build: Build, form: str) -> None:
    folder, options = build(), SMALL.model_copy(update={"style": "dossier"})
    (alone,) = pages(folder, form, options, first=True)
    assert alone.tobytes() == pages(folder, form, options)[0].tobytes()


def test_a_page_has_the_shape_of_its_paper_and_a_slide_its_own(build: Build) -> None:
    folder, options = build(), SMALL.model_copy(update={"paper": "a4-portrait"})
    shapes = {form: pages(folder, form, options)[0] for form in ("png", "svg", "pdf", "pptx")}
    assert {form: page.width < page.height for form, page in shapes.items()} == {
        "png": True,
        "svg": True,
        "pdf": True,
        "pptx": False,
    }


def test_data_has_no_pages(build: Build) -> None:
    assert pages(build(), "csv", SMALL) == []


def test_a_marking_is_on_every_slide(build: Build) -> None:
    folder, options = build(), SMALL.model_copy(update={"style": "briefing", "dpi": 40})
    bare = pages(folder, "pptx", options)
    marked = pages(folder, "pptx", options.model_copy(update={"marking": "TLP:RED"}))
    corner = (bare[0].width * 3 // 4, 0, bare[0].width, bare[0].height // 12)
    for before, after in zip(bare, marked, strict=True):
        assert before.crop(corner).tobytes() != after.crop(corner).tobytes()


def test_an_atlas_that_fails_its_checks_says_which_way(build: Build) -> None:
    job = PagesJob(build(("data/atlas.json", "title.en", "")), "pdf", SMALL)
    finished(job)
    assert "data/atlas.json" in job.fault
    assert job.pages() == ()


def test_one_that_takes_too_long_is_stopped_and_says_so(build: Build) -> None:
    job = PreviewJob("counts", build(), SMALL, limits=Limits(1 << 30, 60, 0))
    finished(job)
    assert "too long" in job.fault
