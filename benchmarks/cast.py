"""Who takes part: our page and its peers, as served apps and as files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import files
from benchmarks.layers import Drawing, Layer, drawing_of
from benchmarks.ours import Ours
from benchmarks.peers import DeckFile, FoliumApp, FoliumFile
from benchmarks.server import serving
from benchmarks.subjects import Drawn, Empty, Linked, Subject
from geo.atlas.atlas import HOME, Atlas

_APPS = Path(__file__).parent / "apps"


@dataclass(frozen=True)
class Cast:
    """All subjects; the first of each home is ours. `scripts` are what serves the apps.

    `empty` is an app that draws nothing: nobody can be faster.
    """

    layers: tuple[Layer, ...]
    scripts: Mapping[Linked, Path]
    empty: tuple[Subject, Path]
    files: tuple[Drawn, ...]
    calm: Linked
    environment: Mapping[str, str]

    @property
    def apps(self) -> tuple[Linked, ...]:
        return tuple(self.scripts)

    @property
    def ours(self) -> Mapping[str, Subject]:
        return {"app": self.apps[0], "file": self.files[0]}


@contextmanager
def cast_of(atlas: Atlas, folder: Path) -> Iterator[Cast]:
    """Write the files into the folder, start the servers, and yield all that can be measured."""
    drawing = drawing_of(atlas)
    layers = drawing.layers
    drawing.write(folder / "drawing.json")
    environment = {"BENCH_DRAWING": str(folder / "drawing.json")}
    with ExitStack() as servers:

        def served(script: Path) -> str:
            return servers.enter_context(serving(script, environment))

        page, rebuilt, groups = HOME / "app.py", _APPS / "rebuilt.py", _APPS / "groups.py"
        ours = Ours("**Corridor Atlas, app**", served(page), layers)
        scripts: dict[Linked, Path] = {
            ours: page,
            FoliumApp("streamlit-folium, map rebuilt", served(rebuilt), layers): rebuilt,
            FoliumApp("streamlit-folium, `feature_group_to_add`", served(groups), layers): groups,
        }
        calm = Ours("Corridor Atlas, app, reduced motion", ours.url, layers, calm=True)
        nothing = _APPS / "empty.py"
        empty = (Empty("Streamlit, one line of text and no map", served(nothing)), nothing)
        drawn = _files(atlas, drawing, folder)
        yield Cast(layers, scripts, empty, drawn, calm, environment)


def _files(atlas: Atlas, drawing: Drawing, folder: Path) -> tuple[Drawn, ...]:
    layers = drawing.layers
    page, plain = files.write_ours(atlas, folder / "ours.html"), folder / "folium.html"
    explored, deck = folder / "explore.html", folder / "deck.html"
    return (
        Ours("**Corridor Atlas, file**", page, layers),
        FoliumFile("folium, file", files.write_folium(drawing, plain), layers),
        FoliumFile(
            "`GeoDataFrame.explore()`, file", files.write_explore(drawing, explored), layers
        ),
        DeckFile("pydeck, file, WebGL in software", files.write_deck(drawing, deck), layers),
    )
