from __future__ import annotations

import pytest

from geo.text.written_time import written_time


@pytest.mark.parametrize(
    ("language", "time", "said"),
    [
        ("en", "2017-12", "2017-12"),
        ("en", "../2018-02-14", "until 2018-02-14"),
        ("en", "2016/..", "from 2016 on"),
        ("en", "2017-12-04/2017-12-10", "2017-12-04 to 2017-12-10"),
        ("ar", "../2018", "حتى \u2068٢٠١٨\u2069"),
        ("fa", "2016/2018", "از \u2068۲۰۱۶\u2069 تا \u2068۲۰۱۸\u2069"),
    ],
)
def test_a_time_is_written_as_a_reader_writes_it(language: str, time: str, said: str) -> None:
    assert written_time(time, language) == said
