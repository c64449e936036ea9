from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from zipfile import ZipFile

from geo.atlas.atlas import Atlas
from geo.atlas.view import View
from geo.formats import FORMATS, ExportOptions, render
from geo.formats.zipped import zipped

OPTIONS = ExportOptions(view=View(layers=frozenset({"guards", "ferry"})), made=date(2017, 12, 24))


def opened(atlas: Atlas, options: ExportOptions = OPTIONS) -> ZipFile:
    return ZipFile(io.BytesIO(render(atlas, "zip", options)))


def test_it_holds_every_other_format_as_it_is_alone(tiny: Atlas) -> None:
    archive = opened(tiny)
    others = [form for form in FORMATS if form != "zip"]
    assert archive.namelist() == ["manifest.json", *(f"ferry.{form}" for form in others)]
    for form in ("csv", "geojson", "kmz"):
        assert archive.read(f"ferry.{form}") == render(tiny, form, OPTIONS)


def test_its_manifest_checks_it(tiny: Atlas) -> None:
    archive = opened(tiny)
    manifest = json.loads(archive.read("manifest.json"))
    for one in manifest["files"]:
        data = archive.read(one["file"])
        assert (len(data), hashlib.sha256(data).hexdigest()) == (one["bytes"], one["sha256"])
    assert manifest["about"]["article_sha256"] == tiny.article.sha256
    assert manifest["options"]["view"]["layers"] == ["ferry", "guards"]
    assert ExportOptions.model_validate(manifest["options"]) == OPTIONS


def test_the_same_atlas_and_options_give_the_same_bytes(tiny: Atlas) -> None:
    assert render(tiny, "zip", OPTIONS) == render(tiny, "zip", OPTIONS)


def test_its_dates_are_the_orders() -> None:
    early = ZipFile(io.BytesIO(zipped({"a": b"1"}, None)))
    assert early.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
    late = ZipFile(io.BytesIO(zipped({"a": b"1"}, date(2017, 12, 24))))
    assert late.infolist()[0].date_time[:3] == (2017, 12, 24)
