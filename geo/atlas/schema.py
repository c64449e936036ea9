"""The data contract as JSON Schema (2020-12), one for each kind of file."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from geo.atlas.atlas import ACTORS, COLLECTIONS, EXCERPTS, MANIFEST, SOURCES
from geo.atlas.making import MAKING, Making
from geo.atlas.manifest import Manifest
from geo.atlas.model import Actor, Excerpt, FeatureCollection, Source

FILES: dict[str, tuple[str, Any]] = {
    "atlas": (MANIFEST, Manifest),
    "sources": (SOURCES, tuple[Source, ...]),
    "actors": (ACTORS, tuple[Actor, ...]),
    "excerpts": (EXCERPTS, tuple[Excerpt, ...]),
    "making": (MAKING, Making),
    "features": (", ".join(COLLECTIONS), FeatureCollection),
}


def schema_of(name: str) -> dict[str, Any]:
    """Return the schema of a kind of file (a key of FILES); only checks compare several files."""
    files, contract = FILES[name]
    schema = TypeAdapter(contract).json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": files}
    portable: dict[str, Any] = _portable({**schema, **head})
    return portable


def _portable(node: Any) -> Any:
    """Rewrite the pattern that is in Rust's dialect, so that ECMA-262 and Python read it too."""
    if isinstance(node, str):
        controls = r"\u0000-\u001f\u007f-\u009f"
        return node.replace(r"\p{Cc}\x{FFFE}\x{FFFF}", controls + r"\ufffe\uffff")
    if isinstance(node, dict):
        return {key: _portable(value) for key, value in node.items()}
    return [_portable(item) for item in node] if isinstance(node, list) else node
