"""Derive the basemap of the whole world, from which that of an atlas is cut.

    python tools/derive_world.py INPUTS geo/ground/data

Needs no network: INPUTS is a folder that holds the files named in INPUTS below, unpacked from the
packages named beside them. All coordinates are lon, lat in degrees (CRS84); tolerances are in
degrees. Names, codes and disputes are those of `derive_basemap.py`.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

import derive_basemap
import geopandas as gpd
import shapely
from derive_basemap import Feature, feature, polygons, verify
from shapely.geometry.base import BaseGeometry

INPUTS = {
    name: derive_basemap.INPUTS[name]
    for name in ("ne_10m_admin_0_countries_deu.zip", "world_50m.json")
}
WORLD = shapely.box(-180, -60, 180, 84)  # without Antarctica
TOLERANCE = 0.035
SMALLEST_ISLAND = 0.012  # square degrees; a country's largest island stays, however small it is
SMALLEST_LAKE = 0.1
LONGEST_FIRST = 260  # rivers: so many, the longest first
# Lines beyond the shipped basemap's that are disputed, too.
DISPUTED = {
    frozenset(pair)
    for pair in (("EH", "MA"), ("EH", "DZ"), ("EH", "MR"), ("KP", "KR"), ("GY", "VE"), ("CN", "BT"))
}
TOGETHER = {"EH": "ma-eh", "MA": "ma-eh", "TW": "cn-tw", "CN": "cn-tw"}
SEAS = [
    *derive_basemap.SEAS,
    ("Atlantic Ocean", "المحيط الأطلسي", "اقیانوس اطلس", -35.0, 30.0),
    ("South Atlantic", "جنوب المحيط الأطلسي", "اقیانوس اطلس جنوبی", -15.0, -25.0),
    ("Pacific Ocean", "المحيط الهادئ", "اقیانوس آرام", -150.0, 15.0),
    ("South Pacific", "جنوب المحيط الهادئ", "اقیانوس آرام جنوبی", -120.0, -25.0),
    ("Indian Ocean", "المحيط الهندي", "اقیانوس هند", 78.0, -18.0),
    ("Bay of Bengal", "خليج البنغال", "خلیج بنگال", 88.5, 14.5),
    ("Andaman Sea", "بحر أندامان", "دریای آندامان", 95.8, 11.0),
    ("South China Sea", "بحر الصين الجنوبي", "دریای چین جنوبی", 114.5, 14.0),
    ("East China Sea", "بحر الصين الشرقي", "دریای چین شرقی", 125.0, 29.0),
    ("Philippine Sea", "بحر الفلبين", "دریای فیلیپین", 131.0, 18.5),
    ("Sulu Sea", "بحر سولو", "دریای سولو", 120.0, 8.6),
    ("Celebes Sea", "بحر سليبس", "دریای سلبس", 122.0, 3.6),
    ("Java Sea", "بحر جاوة", "دریای جاوه", 111.0, -4.8),
    ("Gulf of Thailand", "خليج تايلاند", "خلیج تایلند", 101.5, 9.8),
    ("Yellow Sea", "البحر الأصفر", "دریای زرد", 123.3, 35.3),
    ("Sea of Okhotsk", "بحر أوخوتسك", "دریای اخوتسک", 149.0, 54.5),
    ("Bering Sea", "بحر بيرنغ", "دریای برینگ", -177.0, 58.0),
    ("Gulf of Guinea", "خليج غينيا", "خلیج گینه", 3.0, 2.5),
    ("Mozambique Channel", "قناة موزمبيق", "کانال موزامبیک", 41.0, -18.0),
    ("North Sea", "بحر الشمال", "دریای شمال", 3.2, 56.3),
    ("Norwegian Sea", "البحر النرويجي", "دریای نروژ", 3.0, 67.5),
    ("Barents Sea", "بحر بارنتس", "دریای بارنتس", 38.0, 73.0),
    ("Adriatic Sea", "البحر الأدرياتيكي", "دریای آدریاتیک", 16.0, 43.0),
    ("Bay of Biscay", "خليج بسكاي", "خلیج بیسکای", -4.5, 45.3),
    ("Sea of Azov", "بحر آزوف", "دریای آزوف", 36.6, 46.1),
    ("Caribbean Sea", "البحر الكاريبي", "دریای کارائیب", -73.5, 14.8),
    ("Gulf of Mexico", "خليج المكسيك", "خلیج مکزیک", -90.5, 25.2),
    ("Hudson Bay", "خليج هدسون", "خلیج هادسون", -85.5, 59.5),
    ("Coral Sea", "بحر المرجان", "دریای مرجان", 153.0, -17.0),
    ("Tasman Sea", "بحر تسمان", "دریای تاسمان", 160.0, -38.0),
    ("Arafura Sea", "بحر أرافورا", "دریای آرافورا", 134.5, -9.3),
]


def main(inputs: Path, output: Path) -> None:
    for name, (sha256, package) in INPUTS.items():
        verify(inputs / name, sha256, package)
    derive_basemap.EXTENT = WORLD
    derive_basemap.DISPUTED |= DISPUTED
    derive_basemap.TOGETHER |= TOGETHER
    derive_basemap.SEAS = SEAS
    countries = derive_basemap.read_countries(inputs / "ne_10m_admin_0_countries_deu.zip")
    shapes = with_few_islands(derive_basemap.simplified(countries, TOLERANCE))
    world = {
        "countries": list(derive_basemap.country_features(countries, shapes)),
        "lines": [
            feature(lines, kind=kind) for kind, lines in derive_basemap.edges(shapes).items()
        ],
        "water": list(water(inputs / "world_50m.json")),
        "labels": list(derive_basemap.sea_features()),
    }
    text = json.dumps(world, ensure_ascii=False, separators=(",", ":"))
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    (output / "world.json.xz").write_bytes(packed)
    print(f"{len(shapes)} countries, {len(text)} characters, {len(packed)} bytes")


def with_few_islands(shapes: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Leave out small islands; the largest part of each country stays."""
    return {code: polygons(large_parts(shape)) for code, shape in shapes.items()}


def large_parts(shape: BaseGeometry) -> BaseGeometry:
    parts = sorted(shapely.get_parts(polygons(shape)), key=lambda part: -part.area)
    return shapely.union_all([*parts[:1], *(p for p in parts[1:] if p.area > SMALLEST_ISLAND)])


def water(path: Path) -> Iterator[Feature]:
    """Yield the larger lakes, and the longest rivers; the source has no names for them."""
    lakes = gpd.read_file(path, layer="lakes").geometry.make_valid().intersection(WORLD)
    for lake in lakes[shapely.area(lakes) > SMALLEST_LAKE]:
        yield feature(polygons(lake.simplify(TOLERANCE)), kind="lake")
    rivers = gpd.read_file(path, layer="rivers").geometry
    for river in sorted(rivers, key=lambda river: -river.length)[:LONGEST_FIRST]:
        yield feature(river.simplify(TOLERANCE), kind="river")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
