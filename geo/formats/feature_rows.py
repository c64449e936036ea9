"""Every feature as a row: what it is called, where it is, and what is said of it, in short.

Its reasons are rows of their own: see `geo.formats.reason_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.atlas.atlas import Atlas
from geo.atlas.forms import Tag
from geo.atlas.model import Feature
from geo.formats.description import description_text
from geo.sheet.beside import drawn_as
from geo.sheet.wording import representative_claim


def feature_row(atlas: Atlas, feature: Feature, language: Tag) -> dict[str, Any]:
    """Return a feature as a row: texts in `language`, an atlas' own words as printed."""
    properties, position = feature.properties, feature.properties.position
    languages = atlas.manifest.languages
    names = [properties.names[tag] for tag in languages]
    return {
        "id": feature.id,
        "name": properties.names[language],
        **dict(zip(name_columns(languages), names, strict=True)),
        "basis": feature.basis,
        "drawn_as": drawn_as(feature),
        "layer": properties.layer,
        "kind": properties.kind,
        "country": properties.country,
        **_within(atlas, feature, language),
        "part_of": " ".join(properties.part_of),
        "route": properties.route,
        "stretch": properties.order,
        "printed_as": "; ".join(properties.aliases),
        **_words(atlas, feature),
        "claims": len(feature.claims),
        "account": description_text(atlas, feature, language),
        "position_basis": position.basis,
        "position_note": atlas.localised(position.note, language).text,
        "position_source": position.source,
    }


def _within(atlas: Atlas, feature: Feature, language: str) -> dict[str, str | None]:
    """Return what a feature without a place is said to be within, and its part there."""
    properties = feature.properties
    place = next(iter(atlas.places[feature.id]), None)
    is_in = place is not None and place.id == properties.within
    part = next(
        (p for p in atlas.manifest.parts if properties.part and p.id == properties.part.id), None
    )
    return {
        "within": properties.within,
        "within_country": place.properties.country if place and is_in else None,
        "part": part.names[language] if part else None,
    }


def _words(atlas: Atlas, feature: Feature) -> dict[str, str | None]:
    """Return the words that stand for a feature, and what weakens them."""
    claim = representative_claim(atlas, feature)
    return {
        "words_as_printed": claim.words if claim else None,
        "modality": claim.modality if claim else None,
        "hedge_as_printed": "; ".join(claim.hedges) if claim else None,
    }


def name_columns(languages: Iterable[Tag]) -> list[str]:
    """Return a column's name for each language; SQLite takes "PT" and "pt" for one, so we don't."""
    columns: list[str] = []
    for tag in languages:
        column = f"name_{tag.lower().replace('-', '_')}"
        columns.append(f"{column}_{len(columns)}" if column in columns else column)
    return columns
