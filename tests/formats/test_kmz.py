from __future__ import annotations

import io
from html.parser import HTMLParser
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from PIL import Image

from geo.atlas.atlas import Atlas
from geo.atlas.reading import load_atlas
from geo.formats import ExportOptions, render
from tests.conftest import Build, shipped
from tests.formats.hostile import HOSTILE

KML = "{http://www.opengis.net/kml/2.2}"

# The children of a Placemark, in the order that the schema (OGC 12-007r2) has them.
PLACEMARK = (
    *("name", "visibility", "Snippet", "description", "styleUrl", "ExtendedData"),
    *("Point", "LineString", "Polygon", "MultiGeometry"),
)


def opened(atlas: Atlas, options: ExportOptions | None = None) -> ZipFile:
    return ZipFile(io.BytesIO(render(atlas, "kmz", options or ExportOptions())))


def document(atlas: Atlas, options: ExportOptions | None = None) -> ET.Element:
    return ET.fromstring(opened(atlas, options).read("doc.kml"))  # noqa: S314  our own


def text(element: ET.Element, path: str) -> str:
    return element.findtext(path.replace("/", f"/{KML}").replace("^", KML)) or ""


class Page(HTMLParser):
    """What a viewer makes of a description: its tags, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags |= {tag, *(name for name, _ in attrs)}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_document_comes_first_and_every_icon_is_a_picture(tiny: Atlas) -> None:
    archive = opened(tiny)
    names = archive.namelist()
    assert names[0] == "doc.kml"
    for name in names[1:]:
        Image.open(io.BytesIO(archive.read(name))).verify()
    used = {icon.text for icon in document(tiny).iter(f"{KML}href")}
    assert used <= set(names)
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_placemark_is_as_the_schema_has_it() -> None:
    root = document(shipped())
    styles = {f"#{style.get('id')}" for style in root.iter(f"{KML}Style")}
    places = list(root.iter(f"{KML}Placemark"))
    assert len(places) == len(shipped().features)
    for place in places:
        children = [PLACEMARK.index(child.tag.removeprefix(KML)) for child in place]
        assert children == sorted(set(children))
        assert text(place, "^styleUrl") in styles
    identifiers = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(identifiers) == len(set(identifiers))


def test_folders_are_layers_and_what_is_hidden_stays_hidden(build: Build) -> None:
    root = document(load_atlas(build(("data/atlas.json", "layers.1.visible", False))))
    folders = {text(one, "^name"): one for one in root.iter(f"{KML}Folder")}
    assert list(folders) == ["Unplaced", "League", "Ferry"]  # the topmost first
    assert [text(one, "^visibility") for one in folders.values()] == ["1", "0", "1"]
    guard = folders["League"].find(f"{KML}Placemark")
    assert guard is not None
    assert text(guard, "^visibility") == "0"


def test_a_mark_says_its_basis_its_words_and_where_they_stand(tiny: Atlas) -> None:
    ferry = next(p for p in document(tiny).iter(f"{KML}Placemark") if "west" in text(p, "^name"))
    assert text(ferry, "^name") == "ferry-west · stated"
    said = Page(text(ferry, "^description"))
    assert said.tags == {"p", "br"}
    assert "Words as printed: “runs a ferry” · reported: “suggest”" in said.text
    assert "“the Salt Guild runs a ferry from Aldport” (paragraph 2; e-ferry)" in said.text
    assert "WHAT THE ARTICLE DOES NOT SAY · No bridge." in said.text
    data = {one.get("name"): one.findtext(f"{KML}value") for one in ferry.iter(f"{KML}Data")}
    assert data["quote:e-ferry"] == "the Salt Guild runs a ferry from Aldport"
    assert data["basis"] == "stated"
    said_so = (data["words"], data["modality"], data["hedges"])
    assert said_so == ("runs a ferry", "reported", "suggest")


def test_the_document_says_what_it_is(tiny: Atlas) -> None:
    root = document(tiny, ExportOptions(marking="TLP:RED", title="A <title>"))
    assert text(root, "^Document/name") == "A <title>"
    assert text(root, "^Document/Snippet") == "TLP:RED · as_of"
    said = Page(text(root, "^Document/description")).text
    assert tiny.digest in said
    assert "disclaimer" in said


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_text_stays_text_for_a_viewer_that_reads_html(build: Build, hostile: str) -> None:
    path = "features.0.properties.claims.0.sentence.en"
    root = document(load_atlas(build(("data/corridor.geojson", path, hostile))))
    ferry = next(p for p in root.iter(f"{KML}Placemark") if "west" in text(p, "^name"))
    description = text(ferry, "^description")
    assert Page(description).tags == {"p", "br"}
    assert f"STATED · {hostile}" in Page(description).text
    assert "$[" not in description


@pytest.mark.parametrize("name", ["<b>Fort</b> & Co", "&amp; &lt;", "Q&A", *HOSTILE[:5]])
def test_a_name_is_shown_as_it_is_typed(build: Build, name: str) -> None:
    """KML 2.2 has names and snippets as plain text, and a description as HTML (9.1.3)."""
    breaks = [
        ("data/corridor.geojson", "features.0.properties.names.en", name),
        ("data/corridor.geojson", "features.0.properties.claims.0.sentence.en", name),
        ("data/atlas.json", "layers.0.names.en", name),
        ("data/atlas.json", "as_of.en", name),
    ]
    root = document(load_atlas(build(*breaks)), ExportOptions(title=name))
    ferry = next(p for p in root.iter(f"{KML}Placemark") if p.get("id") == "mark.ferry-west")
    assert text(root, "^Document/name") == name
    assert text(root, "^Document/Snippet") == name
    assert name in [text(folder, "^name") for folder in root.iter(f"{KML}Folder")]
    assert text(ferry, "^name") == f"{name} · stated"
    assert text(ferry, "^Snippet") == name
    assert f"{name} · stated" in Page(text(ferry, "^description")).text
    assert Page(text(ferry, "^description")).tags == {"p", "br"}


def test_a_polygon_keeps_its_hole_and_several_lines_stay_one_mark(build: Build) -> None:
    outer = [(14, 0), (17, 0), (17, 3), (14, 3), (14, 0)]
    hole = [(15, 1), (16, 1), (16, 2), (15, 2), (15, 1)]
    several = {"type": "MultiLineString", "coordinates": [[(11, 1), (12, 1)], [(12, 2), (13, 2)]]}
    root = document(
        load_atlas(
            build(
                (
                    "data/forces.geojson",
                    "features.0.geometry",
                    {"type": "Polygon", "coordinates": [outer, hole]},
                ),
                ("data/corridor.geojson", "features.0.geometry", several),
            )
        )
    )
    assert len(list(root.iter(f"{KML}innerBoundaryIs"))) == 1
    assert len(list(root.iter(f"{KML}MultiGeometry"))) == 1
