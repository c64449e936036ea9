"""Who takes part at one size: our page and its peers, as files and as apps."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import files
from benchmarks.layers import Drawing, basemap_of, layers_of
from benchmarks.ours import Ours
from benchmarks.peers import DeckFile, FoliumApp, FoliumFile
from benchmarks.scale.ends import Link, links_of
from benchmarks.server import serving
from benchmarks.subjects import Drawn
from geo.atlas.atlas import HOME, Atlas
from geo.atlas.reading import load_atlas

_APPS = Path(__file__).parent.parent / "apps"
_Write = Callable[[Drawing, Path], str]


@dataclass(frozen=True)
class Peer:
    """`most`: the features with which it is asked to try."""

    name: str
    kind: type[Drawn]
    write: _Write | None = None
    script: Path | None = None
    most: int = 10**9

    @property
    def home(self) -> str:
        return "app" if self.script else "file"


APP, FILE = "**Corridor Atlas, app**", "**Corridor Atlas, file**"
GROUPS = "streamlit-folium, `feature_group_to_add`"
EXPLORE, CANVAS = "`GeoDataFrame.explore()`", "`GeoDataFrame.explore()`, canvas"
# By the names that the command line knows.
PEERS = {
    "rebuilt": Peer(
        "streamlit-folium, map rebuilt", FoliumApp, script=_APPS / "rebuilt.py", most=10_000
    ),
    "groups": Peer(GROUPS, FoliumApp, script=_APPS / "groups.py", most=10_000),
    "explore": Peer(EXPLORE, FoliumFile, files.write_explore),
    "canvas": Peer(CANVAS, FoliumFile, partial(files.write_explore, canvas=True)),
    "folium": Peer("folium `GeoJson`, SVG", FoliumFile, files.write_folium),
    "markers": Peer("folium `Marker`", FoliumFile, files.write_markers, most=1_000),
    "pydeck": Peer("pydeck, WebGL in software", DeckFile, files.write_deck),
}


@dataclass(frozen=True)
class Cast:
    """All subjects; `bytes` are those of the files, plain and gzipped."""

    atlas: Atlas
    links: list[Link]
    subjects: tuple[Drawn, ...]
    bytes: dict[str, tuple[int, int]]


@contextmanager
def cast_of(folder: Path, size: int, names: Collection[str], links: int) -> Iterator[Cast]:
    """Write the files, start the servers, and yield all that can be measured of an atlas."""
    atlas = load_atlas(folder)
    peers = [peer for name, peer in PEERS.items() if name in names and size <= peer.most]
    layers, found = layers_of(atlas), links_of(atlas, links)
    places = {link.place.name: [link.place.lon, link.place.lat] for link in found}
    Drawing(basemap_of(atlas), layers, places).write(folder / "drawing.json")
    pages = _pages(atlas, peers, folder)
    weights = {name: _weighed(url) for name, url in pages.items()}
    kinds: dict[str, type[Drawn]] = {APP: Ours, FILE: Ours, **{one.name: one.kind for one in peers}}
    environment = {"ATLAS": str(folder), "BENCH_DRAWING": str(folder / "drawing.json")}
    scripts = {APP: HOME / "app.py", **{one.name: one.script for one in peers if one.script}}
    with ExitStack() as servers:
        apps = {
            name: servers.enter_context(serving(script, environment))
            for name, script in scripts.items()
        }
        subjects = (kinds[name](name, url, layers) for name, url in {**apps, **pages}.items())
        yield Cast(atlas, found, tuple(subjects), weights)


def _pages(atlas: Atlas, peers: Collection[Peer], folder: Path) -> dict[str, str]:
    """Write the files, and return their addresses; those of peers hold all that ours says."""
    worded = Drawing(basemap_of(atlas), layers_of(atlas, worded=True), {})
    found = {FILE: files.write_ours(atlas, folder / "ours.html")}
    for number, peer in enumerate(peers):
        if peer.write:
            found[peer.name] = peer.write(worded, folder / f"{number}.html")
    return found


def _weighed(url: str) -> tuple[int, int]:
    content = Path(url.removeprefix("file://")).read_bytes()
    return len(content), len(gzip.compress(content, 6))
