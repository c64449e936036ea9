"""The countries that the page draws below places: the world's, with fewer points."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import shapely

from geo.ground.cutting import world

_TOLERANCE = 0.1  # degrees: half a pixel where a place is looked for


@cache
def countries() -> dict[str, Any]:
    """Return the world's countries as GeoJSON, with their codes and names.

    The file is ours and was checked when it was made, so it is only read here.
    """
    read = world()["countries"]["features"]
    shapes = shapely.from_geojson([json.dumps(one["geometry"]) for one in read])
    plain = shapely.set_precision(shapely.simplify(shapes, _TOLERANCE), 0.01)
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": country["id"],
                "properties": {"names": country["properties"]["names"]},
                "geometry": json.loads(shapely.to_geojson(shape)),
            }
            for country, shape in zip(read, plain, strict=True)
            if not shape.is_empty
        ],
    }
