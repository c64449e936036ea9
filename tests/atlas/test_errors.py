import pytest

from geo.atlas.errors import LONGEST, LONGEST_ID, AtlasError, Problem, short, visible


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


def test_a_problem_is_no_longer_than_a_reader_can_read() -> None:
    problem = Problem("f", "x" * 9_000, "begin" + "y" * 9_000 + "end", "z" * 9_000)
    assert len(str(problem)) < 2 * LONGEST + 2 * LONGEST_ID
    assert problem.what.startswith("begin")
    assert problem.what.endswith("end")
    assert len(problem.what) == len(problem.fix) == LONGEST
    whole = "w" * LONGEST
    assert Problem("f", "", whole, whole).what == whole


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a", '"a"'),
        ("a" * 61, f'"{"a" * 60}…"'),
        (None, "null"),
        ([15, "1"], '[15, "1"]'),
        ([1] * 99, f"{'[' + '1, ' * 19 + '1,'}…"),
    ],
)
def test_a_value_is_shown_as_far_as_it_fits(value: object, shown: str) -> None:
    assert short(value) == shown


def test_a_problem_can_not_steer_the_terminal() -> None:
    assert "\x1b" not in str(Problem("f", "", "\x1b[2J", "\x1b[2J"))
