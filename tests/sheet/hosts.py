"""The tiny atlas with a country's name, forces that are only said to be in it, and a whole."""

from __future__ import annotations

from typing import Any

from tests.conftest import MANIFEST, TINY, Break, claim, feature, line, names, point, texts

PARTS = [
    {"id": "tied", "names": names("Tied to it"), "shape": "square", "hue": "#b5341b"},
    {
        "id": "none",
        "names": names("No part"),
        "shape": "circle",
        "hue": "#55606b",
        "stated": False,
    },
]
OURS = {"position": {"basis": "inferred", "note": texts("it has no place")}}


def guards(one: str = "c-guards", **more: Any) -> dict[str, Any]:
    said = {"actors": ["league"], "words": "guards Brunn", "excerpts": ["e-guard"]}
    return claim(one, "stated", **said, **more)


def hosts(*, shown: bool = True, **hedged: Any) -> tuple[Break, ...]:
    """Return what makes of the tiny atlas one with a force in a country, and one in a whole."""
    places = {
        "id": "places",
        "group": "corridor",
        "visible": shown,
        "names": names("Places"),
        "symbol": {"colour": "#1a5249", "pattern": "rings", "code": "PLC"},
    }
    west, east = TINY["data/corridor.geojson"]["features"]
    corridor = [
        feature("ferry-whole", "ferry", None, _use(), kind="whole", **OURS),
        *(
            {
                **one,
                "geometry": line(*way),
                "properties": {
                    **one["properties"],
                    **OURS,
                    "kind": "segment",
                    "part_of": ["ferry-whole"],
                    "claims": [
                        claim(f"c-{n}", "inferred", note=texts("so"), **{"from": ["c-use"]})
                    ],
                },
            }
            for n, one, way in (
                (1, west, ((10.5, 3), (13, 3))),
                (2, east, ((13, 3), (17.5, 3.2))),
            )
        ),
    ]
    forces = [
        feature(
            "league-xb",
            "guards",
            None,
            guards(**hedged),
            kind="force",
            within="xb",
            part={"id": "tied", "claim": "c-guards"},
            **OURS,
        ),
        feature(
            "guild-whole",
            "guards",
            None,
            guards("c-whole", modality="reported", hedges=["suggest"]),
            kind="force",
            within="ferry-whole",
            part={"id": "none"},
            **OURS,
        ),
    ]
    host = feature(
        "xb", "places", point(16, 1.5), guards("c-xb"), kind="country", country="XB", **OURS
    )
    layers = [*MANIFEST["layers"], places]  # type: ignore[misc]
    return (
        ("data/atlas.json", "layers", layers),
        ("data/atlas.json", "parts", PARTS),
        ("data/corridor.geojson", "features", corridor),
        ("data/forces.geojson", "features", forces),
        ("data/waypoints.geojson", "features", [host]),
    )


def _use() -> dict[str, Any]:
    said = {"actors": ["guild"], "words": "runs a ferry", "excerpts": ["e-ferry"]}
    return claim("c-use", "stated", **said)
