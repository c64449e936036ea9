"""The data contract as JSON Schema (2020-12), one for each kind of file."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from geo.atlas.atlas import ACTORS, COLLECTIONS, EXCERPTS, MANIFEST, SOURCES
from geo.atlas.manifest import Manifest
from geo.atlas.model import Actor, Excerpt, FeatureCollection, Source

FILES: dict[str, tuple[str, Any]] = {
    "atlas": (MANIFEST, Manifest),
    "sources": (SOURCES, tuple[Source, ...]),
    "actors": (ACTORS, tuple[Actor, ...]),
    "excerpts": (EXCERPTS, tuple[Excerpt, ...]),
    "features": (", ".join(COLLECTIONS), FeatureCollection),
}


def schema_of(name: str) -> dict[str, Any]:
    """Return the schema of a kind of file; only a check can say what several must hold."""
    files, contract = FILES[name]
    schema = TypeAdapter(contract).json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": files}
    found: dict[str, Any] = _portable({**schema, **head})
    return found


def _portable(node: Any) -> Any:
    """Write the contract's one pattern of Rust's dialect as ECMA-262 has it, and Python."""
    if isinstance(node, str):
        controls = r"\u0000-\u001f\u007f-\u009f"
        return node.replace(r"\p{Cc}\x{FFFE}\x{FFFF}", controls + r"\ufffe\uffff")
    if isinstance(node, dict):
        return {key: _portable(value) for key, value in node.items()}
    return [_portable(one) for one in node] if isinstance(node, list) else node
