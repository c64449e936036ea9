import pytest

from geo.atlas.errors import AtlasError, Problem, visible


def test_a_problem_names_file_feature_and_fix() -> None:
    problem = Problem("corridor.geojson", "iraq", 'excerpt "e12" not found', "add it")
    assert str(problem) == 'corridor.geojson: "iraq": excerpt "e12" not found\n    → add it'


def test_a_problem_of_a_whole_file_names_no_feature() -> None:
    assert str(Problem("atlas.json", "", "is empty", "fill it")).startswith("atlas.json: is empty")


def test_an_error_carries_every_problem_once_in_order() -> None:
    a, b = Problem("a", "", "x", "y"), Problem("b", "", "x", "y")
    error = AtlasError([b, a, b])
    assert error.problems == (a, b)
    assert str(error) == f"{a}\n{b}"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("راه ابریشم é 🛶", "راه ابریشم é 🛶"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\r\t", "a\\nb\\r\\t"),
        ("evil\u202etxt", "evil\\u202etxt"),
        ("\u2066\u2069", "\\u2066\\u2069"),
        ("می\u200cرود", "می\\u200cرود"),
        ("\u2028", "\\u2028"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_can_not_be_seen_is_spelt_out(text: str, seen: str) -> None:
    assert visible(text) == seen
    assert visible(seen) == seen


def test_a_problem_can_not_steer_the_terminal() -> None:
    assert "\x1b" not in str(Problem("f", "", "\x1b[2J", "\x1b[2J"))
