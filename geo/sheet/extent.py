"""The extent of a sheet's map: of the view, else of the corridor and its countries, else of all."""

from __future__ import annotations

import shapely

from geo.atlas.atlas import Atlas
from geo.export_options import ExportOptions
from geo.sheet.projection import Bounds, bounds_of

_ANYWHERE: Bounds = (-20.0, 10.0, 60.0, 60.0)


def bounds_for(atlas: Atlas, options: ExportOptions) -> Bounds:
    """Return the bounds of the map in degrees.

    An extent is cut to the basemap, for beyond it land would look like sea.
    """
    if options.view.extent:
        return _on_basemap(atlas, atlas.on_map(options.view.extent))
    layers = {layer.id for layer in atlas.manifest.layers if layer.group == "corridor"}
    own = (f for f in atlas.features.values() if f.properties.layer in layers)
    named = [f for f in own if f.properties.kind in {"country", "sea"}]
    placed = (*atlas.corridor, *named) if atlas.corridor else tuple(atlas.features.values())
    shapes = [feature.shape for feature in placed if feature.shape is not None]
    return bounds_of(shapes) if shapes else _ANYWHERE


def _on_basemap(atlas: Atlas, extent: Bounds) -> Bounds:
    """Return the part of an extent that the basemap covers; the extent itself if it covers none."""
    countries = list(atlas.basemap_shapes("countries"))
    reach = shapely.total_bounds(countries or [shapely.box(*extent)])
    west, south, east, north = reach.tolist()
    seen = (
        max(extent[0], west),
        max(extent[1], south),
        min(extent[2], east),
        min(extent[3], north),
    )
    if seen[0] < seen[2] and seen[1] < seen[3]:
        return seen
    if extent[3] - extent[1] > 150:  # from pole to pole: one of them is infinitely far
        return extent[0], -75.0, extent[2], 75.0
    return extent
