"""The peers, each with the features it has."""

from __future__ import annotations

import json

from playwright.sync_api import ElementHandle, Frame, Page

from benchmarks.layers import Layer
from benchmarks.look import HOME_VIEW
from benchmarks.subjects import (
    Drawn,
    Linked,
    Place,
    Words,
    centre_of,
    found,
    inside,
    labelled,
    leaflet_mover,
    point_in,
)
from benchmarks.window import Act

_PATHS = 'document.querySelectorAll("path.leaflet-interactive").length'


class FoliumFile(Drawn):
    """A folium map as a file, with Leaflet's own layer control; files.py names its variables."""

    @property
    def ready(self) -> str:
        """True when the control is there, which is added last: all is drawn in the next frame."""
        return "window.layer_control_bench_layers !== undefined"

    @property
    def mover(self) -> str:
        return leaflet_mover("map_bench")

    def toggle(self, page: Page, layer: Layer, on: bool) -> Act:
        label = labelled(".leaflet-control-layers-overlays label", layer.id)
        overlay = f"layer_control_bench_layers.overlays[{json.dumps(layer.id)}]"
        done = f"map_bench.hasLayer({overlay}) === {json.dumps(on)}"
        return Act(centre_of(page.main_frame, label), page.main_frame, done)

    def map_of(self, page: Page) -> ElementHandle:
        return found(page, ".folium-map")


class DeckFile(Drawn):
    """A pydeck map as a file; drawn when deck.gl says so, though the GPU may still be at work."""

    @property
    def ready(self) -> str:
        return "window.benchDrawn > 0"

    @property
    def mover(self) -> str:
        """Its tiles have 512 px: its zoom is less by one."""
        view = "{ latitude: lat, longitude: lon, zoom: zoom - 1 }"
        return f"(lat, lon, zoom) => deckInstance.setProps({{ initialViewState: {view} }})"

    def toggle(self, page: Page, layer: Layer, on: bool) -> Act:
        drawn = page.evaluate("window.benchDrawn")
        at = centre_of(page.main_frame, labelled("#switches label", layer.id))
        switched = (
            f"deckInstance.props.layers.find((one) => one.id === {json.dumps(layer.id)})"
            f".props.visible === {json.dumps(on)}"
        )
        return Act(at, page.main_frame, f"{switched} && window.benchDrawn > {drawn}")

    def map_of(self, page: Page) -> ElementHandle:
        return found(page, "#deck-container")


class FoliumApp(Linked):
    """A Streamlit app with streamlit-folium, whose map is in a frame that is replaced or kept."""

    @property
    def ready(self) -> str:
        return f"window.innerHeight > 100 && window.map && {_PATHS} === {self.count()}"

    @property
    def mover(self) -> str:
        return leaflet_mover("map")

    def frame(self, page: Page) -> Frame:
        return inside(self.map_of(page))

    def toggle(self, page: Page, layer: Layer, on: bool) -> Act:
        """Done when a map that has its height holds the paths it should."""
        label = labelled("[data-testid=stCheckbox] label", layer.id)
        count = self.count(without=None if on else layer)
        paths = _PATHS.replace("document", "one.contentDocument")
        drawn = f"(one) => one.clientHeight > 100 && {paths} === {count}"
        done = f'[...document.querySelectorAll("iframe")].some({drawn})'
        return Act(centre_of(page.main_frame, label), page.main_frame, done)

    def map_of(self, page: Page) -> ElementHandle:
        return found(page, "iframe")

    def go_home(self, page: Page) -> None:
        (lat, lon), zoom = HOME_VIEW["location"], HOME_VIEW["zoom_start"]
        self.frame(page).evaluate(f"void ({self.mover})({lat}, {lon}, {zoom})")

    def to_text(self, page: Page, place: Place) -> Act:
        """Done when the name of the mark is written beside the map."""
        frame = self.frame(page)
        x, y = frame.evaluate(
            """(name) => {
                const layers = Object.values(map._layers);
                const { _path } = layers.find((one) => one.feature?.properties.name === name);
                const { x, y, width, height } = _path.getBoundingClientRect();
                return [x + width / 2, y + height / 2];
            }""",
            place.name,
        )
        text = labelled("[data-testid=stMarkdownContainer] p", f"Selected: {place.name}")
        return Act(point_in(frame, x, y), page.main_frame, f"!!{text}")

    def to_map(self, page: Page, words: Words) -> Act:
        """Done when the map begins to move: its mark is not even selected."""
        lat, lng = self.frame(page).evaluate("[map.getCenter().lat, map.getCenter().lng]")
        chart = 'document.querySelector("iframe").contentWindow.map'
        done = f"({chart}._animatingZoom || !{chart}.getCenter().equals([{lat}, {lng}]))"
        at = centre_of(page.main_frame, labelled("button", words.button))
        return Act(at, page.main_frame, done)
