import pytest

from tests.checks.conftest import Expect, Found
from tests.conftest import GONE, Break, source

ATLAS, ACTORS, SOURCES = "data/atlas.json", "data/actors.json", "data/sources.json"
CORRIDOR, WAYPOINTS = "data/corridor.geojson", "data/waypoints.geojson"

CASES: list[tuple[list[Break], str, str, str]] = [
    ([(ATLAS, "title.fa", GONE)], ATLAS, "", "title lacks fa"),
    ([(ATLAS, "disclaimer", {"fa": "x"})], ATLAS, "", "disclaimer lacks en, ar"),
    ([(ATLAS, "layers.0.names.ar", GONE)], ATLAS, "ferry", "names lacks ar"),
    ([(ATLAS, "languages", ["ar", "fa"])], ATLAS, "", "leave out English"),
    ([(ACTORS, "0.names.en", " ")], ACTORS, "guild", "names lacks en"),
    ([(WAYPOINTS, "features.0.properties.names", {})], WAYPOINTS, "isle-rho", "lacks en, ar, fa"),
    ([(SOURCES, "0.published", "2017-13")], SOURCES, "story", '"2017-13" is not in the calendar'),
    ([(SOURCES, "0.published", "2017-02-29")], SOURCES, "story", "not in the calendar"),
    ([(SOURCES, "0.published", "٢٠١٧")], SOURCES, "story", "not in the calendar"),
    (
        [(CORRIDOR, "features.1.properties.claims.1.as_of", "1901-00")],
        CORRIDOR,
        "ferry-east",
        "not in the calendar",
    ),
    (
        [(SOURCES, "0", source("story", "background"))],
        SOURCES,
        "",
        "it has 0 sources of the kind article",
    ),
    (
        [(WAYPOINTS, "features.0.properties.claims", [])],
        WAYPOINTS,
        "isle-rho",
        "nothing is claimed of it",
    ),
    (
        [(WAYPOINTS, "features.0.geometry", {"type": "Point", "coordinates": [11, 1]})],
        WAYPOINTS,
        "isle-rho",
        "but it has a geometry",
    ),
    ([(CORRIDOR, "features.1.geometry", None)], CORRIDOR, "ferry-east", "it has no geometry"),
]


@pytest.mark.parametrize(("breaks", "file", "feature", "words"), CASES)
def test_what_a_record_lacks_is_found(
    expect: Expect, breaks: list[Break], file: str, feature: str, words: str
) -> None:
    expect(breaks, file, feature, words)


@pytest.mark.parametrize("day", ["2017", "2017-12", "2017-12-22", "2016-02-29"])
def test_years_months_and_days_are_dates(found: Found, day: str) -> None:
    assert found((SOURCES, "0.published", day)) == ()
