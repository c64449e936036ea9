"""Times as sources have them: their forms, the calendar, and that they end after they begin."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from geo.atlas.forms import Time
from geo.atlas.times import fault_of

FORM: TypeAdapter[str] = TypeAdapter(Time)


@pytest.mark.parametrize(
    "time",
    [
        "2017",
        "2017-11",
        "2017-11-19",
        "2016-02-29",
        "2017-11/2017-12",
        "2016/2017-11-19",
        "2017-11-19/..",
        "2016/..",
        "../2017",
        "2017/2017",
        "2017-11/2017",  # from November until the year is out
        "2017/2017-03",
    ],
)
def test_dates_and_intervals_are_times(time: str) -> None:
    assert FORM.validate_python(time) == time
    assert fault_of(time) == ""


@pytest.mark.parametrize(
    "time",
    [
        "",
        "17",
        "2017-1",
        "2017-11-1",
        "2017-11-19T12:00",
        "November 2017",
        "2017 - 2018",
        "2017/2018/2019",
        "../..",
        "..",
        "/2017",
        "2017/",
        "2017~",
        "-2017",
        "2017\n",
    ],
)
def test_what_has_another_form_is_refused(time: str) -> None:
    with pytest.raises(ValidationError):
        FORM.validate_python(time)


@pytest.mark.parametrize(
    ("time", "fault"),
    [
        ("2017-13", '"2017-13" is not in the calendar'),
        ("2017-00", '"2017-00" is not in the calendar'),
        ("2017-02-30", '"2017-02-30" is not in the calendar'),
        ("2017-02-29", '"2017-02-29" is not in the calendar'),
        ("0000", '"0000" is not in the calendar'),
        ("٢٠١٧", '"٢٠١٧" is not in the calendar'),
        ("2017-11/2017-13", '"2017-13" is not in the calendar'),
        ("../2017-13", '"2017-13" is not in the calendar'),
        ("2018/2017", '"2018/2017" ends before it begins'),
        ("2017-12/2017-11", '"2017-12/2017-11" ends before it begins'),
        ("2017-11-19/2017-11-18", '"2017-11-19/2017-11-18" ends before it begins'),
        ("2018-01/2017", '"2018-01/2017" ends before it begins'),
    ],
)
def test_what_is_in_no_calendar_or_runs_backwards_is_named(time: str, fault: str) -> None:
    assert FORM.validate_python(time) == time  # the form alone would do
    assert fault_of(time) == fault
