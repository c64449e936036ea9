"""What a reader of the shipped atlas waits for, beside peers with the same marks and switches."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import shapely
from playwright.sync_api import Browser
from shapely.geometry import shape

from benchmarks import clicks, waits
from benchmarks.cast import Cast, cast_of
from benchmarks.layers import Layer
from benchmarks.machine import facts, load
from benchmarks.progress import Progress
from benchmarks.subjects import Place, Subject, Words
from benchmarks.table import Result
from benchmarks.timing import Times
from benchmarks.window import chromium
from geo.atlas.atlas import Atlas
from geo.checks import open_atlas

_IN_SIGHT = shapely.box(33, 29, 54, 38)  # lon, lat: in every subject's window at the start
_MARKS = ("damascus", "tehran")
_WORDS = (
    Words("the Popular Mobilization Forces in Iraq", button="Tehran"),
    Words("the regime army in Syria", button="Damascus"),
)
_CLICK = 35  # ms: two frames at 60 Hz, and a little


def run(repeats: int, starts: int) -> str:
    """Measure everything, and return it as Markdown."""
    before = load()  # later it would tell of ourselves
    atlas = open_atlas()
    with TemporaryDirectory() as folder, chromium() as browser:
        with cast_of(atlas, Path(folder)) as cast:
            parts = _measure(browser, cast, atlas, repeats, starts)
        return "\n\n".join([*parts, facts(browser, before)])


def _measure(browser: Browser, cast: Cast, atlas: Atlas, repeats: int, starts: int) -> list[str]:
    """Return a table a measure, and a line for each peer that doesn't draw here."""
    progress = _progress(cast, repeats, starts)
    able, unable = waits.drawing(browser, (*cast.apps, *cast.files), progress)
    shown = [one for one in cast.layers if one.visible and _is_in_sight(one)]
    toggled = clicks.toggles(browser, able, shown, repeats, progress)
    ends = (_places(atlas), _WORDS)
    to_text, to_map = clicks.links(browser, (*cast.apps, cast.calm), ends, repeats, progress)
    nothing, script = cast.empty
    loaded = waits.loads(browser, (*able, nothing), repeats, progress)
    scripts = dict[Subject, Path](cast.scripts.items()) | {nothing: script}
    started = waits.starts(browser, scripts, cast.environment, starts, progress)
    progress.close()
    results = (
        _clicked("A layer is switched", f"{repeats} times off and on.", toggled, cast),
        _clicked("A mark leads to the text", f"{repeats} clicks.", to_text, cast),
        _clicked("Words lead to the map", f"{repeats} clicks.", to_map, cast),
        _waited("A page is opened", f"{repeats} times.", 1.5, loaded, cast),
        _waited("The app is started", f"{starts} times.", 1 / 0.65, started, cast),
    )
    refusals = (f"Not measured: {name}: {why}." for name, why in unable.items())
    return [*(result.table() for result in results), *refusals]


def _progress(cast: Cast, repeats: int, starts: int) -> Progress:
    """Count the steps, each repeat of each subject being one, and what comes before."""
    everyone, apps = len(cast.apps) + len(cast.files), len(cast.apps)
    clicked = everyone * (1 + repeats) + (apps + 1) * (repeats + 1)
    waited = (everyone + 1) * (repeats + 1) + (apps + 1) * (starts + 1)
    return Progress(everyone + clicked + waited)


def _is_in_sight(layer: Layer) -> bool:
    """Say whether its switch changes the picture."""
    return any(_IN_SIGHT.intersects(shape(one["geometry"])) for one in layer.features)


def _places(atlas: Atlas) -> list[Place]:
    found = []
    for feature in (atlas.features[one] for one in _MARKS):
        lon, lat = shapely.get_coordinates(feature.shape)[0]
        found.append(Place(feature.properties.names["en"], float(lon), float(lat)))
    return found


def _clicked(title: str, how: str, times: dict[Subject, Times], cast: Cast) -> Result:
    """Judge our app by its own median, and by the messages it sends and gets."""
    own = times[cast.apps[0]]
    met = own.median <= _CLICK and not any(own.messages)
    goal = f"at most {_CLICK} ms, and no message between browser and server"
    return Result(title, f"{how} {_goal(goal, met)}", times, cast.ours)


def _waited(title: str, how: str, goal: float, times: dict[Subject, Times], cast: Cast) -> Result:
    """Judge our app against the faster of its peers."""
    own, *others = (times[app].median for app in cast.apps)
    text = f"the app {goal:.2f} times as fast as the faster streamlit-folium"
    return Result(title, f"{how} {_goal(text, min(others) / own >= goal)}", times, cast.ours)


def _goal(what: str, met: bool) -> str:
    return f"Goal: {what}: {'met' if met else '**missed**'}."
