"""A summary of an atlas that passed its checks, in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import shapely

from geo.atlas.atlas import Atlas
from geo.atlas.making import making_summary
from geo.atlas.model import BASES, Feature

NAMED = 5  # features that a row names before it only counts them


def seal_summary(atlas: Atlas) -> str:
    """Return the seal of a checked atlas, and how many claims of each basis it has."""
    claims = Counter(claim.basis for _, _, claim in atlas.each_claim())
    placed = sum(feature.geometry is not None for _, feature in atlas.each_feature())
    articles = [
        f"{source.sha256[:12]} ({source.sha256})"
        for source in atlas.sources.values()
        if source.kind == "article" and source.sha256
    ]
    rows = [
        *(("article", article) for article in articles),
        ("excerpts", f"{len(atlas.excerpts)}, all exact"),
        ("claims", ", ".join(f"{claims[basis]} {basis}" for basis in BASES)),
        ("features", f"{len(atlas.features)}, {placed} of them placed"),
        ("layers", f"{len(atlas.manifest.layers)}"),
    ]
    if atlas.making:
        rows.append(("made", making_summary(atlas.making)))
    if across := [f.id for f in atlas.features.values() if _is_across(f)]:
        rows.append(("over 180°", _listed(across)))
    if atlas.rewound:
        rows.append(("mended", _mended(atlas.rewound)))
    for file, number in atlas.heights.items():
        rows.append(("heights", f"left out, {number} of them: {file}"))
    rows.append(("digest", atlas.digest))
    return "\n".join(
        [atlas.manifest.title["en"], *(f"  {name:<9} {value}" for name, value in rows)]
    )


def _is_across(feature: Feature) -> bool:
    """Say whether a feature is drawn across 180°: a wrong sign can look like that."""
    if feature.shape is None:
        return False
    west, _, east, _ = shapely.bounds(feature.shape)
    return bool(west < 180 < east)


def _mended(features: Sequence[str]) -> str:
    """Name the features whose rings were reversed on reading; their files still need it."""
    return f"rings that wound the wrong way (RFC 7946, 3.1.6): {_listed(features)}"


def _listed(features: Sequence[str]) -> str:
    more = f" and {len(features) - NAMED} more" if len(features) > NAMED else ""
    return f"{', '.join(features[:NAMED])}{more}"
