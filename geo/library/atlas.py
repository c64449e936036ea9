"""The atlas as a user of the library has it: that of `geo.atlas`, with what is made of it.

A subclass, for the layers below know neither tables nor pages; it adds no field, so that an atlas
that is narrowed keeps its methods and every function that takes an atlas takes this one.
"""

from __future__ import annotations

import os
from dataclasses import fields
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from geo import checks
from geo.atlas.atlas import HOME
from geo.atlas.atlas import Atlas as Content
from geo.atlas.view import View, narrowed
from geo.library.frames import evidence_frame, features_frame
from geo.library.refusals import refuse_unknown

if TYPE_CHECKING:  # each takes most of a second to import
    import folium
    from geopandas import GeoDataFrame
    from pandas import DataFrame


def open_atlas(folder: str | os.PathLike[str] = HOME) -> Atlas:
    """Read and check an atlas: a folder with `data/` and `seeds/`; by default the one that ships.

        >>> from geo import open_atlas
        >>> len(open_atlas().corridor)
        5

    Raises:
        AtlasError: with all the problems of the atlas at once, in `problems`: each has a file, a
            feature, what is wrong and how to mend it.

    """
    content = checks.open_atlas(Path(folder))
    return Atlas(**{field.name: getattr(content, field.name) for field in fields(content)})


class Atlas(Content):
    """A checked atlas, as `open_atlas` gives it: frozen, so that it can be shared and cached.

    In a notebook it shows as its page, in a frame that can reach nothing of the notebook.
    """

    def gdf(self, name: str | None = None, language: str = "en") -> GeoDataFrame:
        """Return features, one a row: of a collection, else of the layer of that id, or all.

        The collections are "corridor", "forces" and "waypoints". Geometries are in lon, lat
        degrees on WGS84 (EPSG:4326), None where the article places nothing: such a force has a
        country or a whole in `within`. The index is the feature's id; the columns are

        - name, and name_en, name_ar … in each language of the atlas;
        - layer, kind, country; part (what a force is said to do), part_of, route, stretch;
        - basis: "stated", "inferred" or "background"; drawn_as: the weaker of it and its place's;
        - words (as printed), modality, hedges: how the article says it;
        - quotes, sources: those of all its claims, each on a line of its own;
        - claims: their number; account: all of them, in sentences;
        - position_basis, position_note: why it stands where it does;
        - language: that of name, part, account and position_note.

        `evidence` has the same claims reason by reason.

            >>> from geo import open_atlas
            >>> forces = open_atlas().gdf("forces", language="ar")
            >>> forces.loc["pmf-iraq", "within"]
            'iraq'
            >>> forces.crs.to_epsg(), bool(forces.geometry.isna().all())
            (4326, True)

        Raises:
            ValueError: the atlas has nothing of that name, or no such language; the message
                lists those there are.

        """
        return features_frame(self, name, language)

    def evidence(self, language: str = "en") -> DataFrame:
        """Return every reason of every claim, one a row, and all that the article doesn't say.

        The rows and columns are those of the CSV export. `quote` is verbatim, and stands at
        `char_start` to `char_end` (Unicode code points, end exclusive) of its source's text;
        paragraphs count from 1, and 0 is the headline. Cells without a value are NA. What is not
        said has the basis "not said".

            >>> from geo import open_atlas
            >>> evidence = open_atlas().evidence()
            >>> sorted(evidence.basis.unique())
            ['background', 'inferred', 'not said', 'stated']

        Raises:
            ValueError: there is no such language; the message lists those there are.

        """
        return evidence_frame(self, language)

    def select(self, view: View) -> Atlas:
        """Return the atlas with just what a view shows, and what that rests on.

        An extent is (west, south, east, north) in degrees; layers left out are those that the
        page opens with. What is named but placed nowhere is kept.

            >>> from geo import View, open_atlas
            >>> pmf = open_atlas().select(View(layers={"pmf"}))
            >>> [layer.id for layer in pmf.manifest.layers if layer.actor]
            ['pmf']

        Raises:
            ValueError: the atlas lacks a layer or the language of the view; the message lists
                those there are.

        """
        refuse_unknown(self, view)
        return cast(Atlas, narrowed(self, view))

    def explore(self, language: str = "en", *, cdn: bool = False) -> folium.Map:
        """Return the atlas as a plain folium map, to add to: a FeatureGroup for each layer.

        Leaflet and the basemap are in it, and it contacts no server. With `cdn`, the scripts that
        folium's own Popup and Icon need (jQuery, Bootstrap …) are loaded from the servers that
        folium names; plugins such as MiniMap, Fullscreen and Search load theirs in any case.

        Colours and dashes are the page's: solid is stated, dashed inferred, dotted background. A
        force that the article places only in a country stands under the country's name.

            >>> from geo import open_atlas
            >>> type(open_atlas().explore()).__module__
            'folium.folium'

        Raises:
            ValueError: there is no such language; the message lists those there are.

        """
        from geo.library.folium_map import draw

        return draw(self, language, cdn=cdn)

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own origin, as Jupyter shows it."""
        from geo.page import build_page

        return (
            '<iframe sandbox="allow-scripts allow-downloads allow-popups '
            'allow-popups-to-escape-sandbox" '
            'style="width: 100%; height: 40rem; border: 0" '
            f'srcdoc="{escape(build_page(self))}"></iframe>'
        )
