"""The atlas' own page, in the app or as a file."""

from __future__ import annotations

import json

from playwright.sync_api import ElementHandle, Frame, Page

from benchmarks.layers import Layer
from benchmarks.subjects import (
    Linked,
    Place,
    Words,
    centre_of,
    found,
    inside,
    leaflet_mover,
    point_in,
)
from benchmarks.window import Act

_POINT = """([lat, lon]) => {
    const { x, y } = map_atlas.latLngToContainerPoint([lat, lon]);
    const box = map_atlas.getContainer().getBoundingClientRect();
    return [box.x + x, box.y + y];
}"""


class Ours(Linked):
    @property
    def ready(self) -> str:
        """As the page itself says, and all its canvases have their size."""
        sized = '[...document.querySelectorAll(".atlas-canvas")].some((one) => one.width > 300)'
        return f'document.body.classList.contains("ready") && {sized}'

    def toggle(self, page: Page, layer: Layer, on: bool) -> Act:
        frame = self.frame(page)
        label = f'document.querySelector("label[for=layer-{layer.id}]")'
        holder = f'document.querySelector(".leaflet-layer-{layer.id}-pane .atlas-layer")'
        done = f"{holder}.hidden === {json.dumps(not on)}"
        return Act(centre_of(frame, label), frame, done)

    def map_of(self, page: Page) -> ElementHandle:
        element = self.frame(page).wait_for_selector(".folium-map")
        if element is None:
            raise RuntimeError("no map")
        return element

    @property
    def mover(self) -> str:
        return leaflet_mover("map_atlas")

    def go_home(self, page: Page) -> None:
        self.frame(page).evaluate('document.getElementById("full-extent").click()')

    def to_text(self, page: Page, place: Place) -> Act:
        """Done when the card names the mark and its words in the article are marked as chosen."""
        frame = self.frame(page)
        at = point_in(frame, *frame.evaluate(_POINT, [place.lat, place.lon]))
        named = f'document.querySelector("#card h2")?.textContent === {json.dumps(place.name)}'
        return Act(at, frame, f'{named} && document.querySelector(".piece.chosen") !== null')

    def to_map(self, page: Page, words: Words) -> Act:
        """Done when the words are chosen and the halo round their mark pulses."""
        frame = self.frame(page)
        pieces = (
            f'[...document.querySelectorAll(".piece{{}}")]'
            f".find((one) => one.textContent.includes({json.dumps(words.text)}))"
        )
        chosen = f'{pieces.format(".chosen")} && document.querySelector(".leaflet-halo-pane.pulse")'
        return Act(centre_of(frame, pieces.format("")), frame, f"!!({chosen})")

    def frame(self, page: Page) -> Frame:
        if self.home == "file":
            return page.main_frame
        return inside(found(page, "iframe[sandbox*=allow-popups-to-escape-sandbox]"))
