from __future__ import annotations

import pytest

from geo.sheet.words import _WORDS, counted, digits, words, written_time


@pytest.mark.parametrize(
    ("language", "one", "more"),
    [
        ("en", "1 further excerpt:", "2 further excerpts:"),
        ("de", "1 further excerpt:", "2 further excerpts:"),
        ("ar", "مقتطف آخر (\u2068١\u2069):", "\u2068٢\u2069 مقتطفات أخرى:"),
        ("fa", "\u2068۱\u2069 گزیدهٔ دیگر:", "\u2068۲\u2069 گزیدهٔ دیگر:"),
    ],
)
def test_one_thing_is_not_said_to_be_several(language: str, one: str, more: str) -> None:
    assert counted(language, "further", 1).startswith(one)
    assert counted(language, "further", 2).startswith(more)
    assert counted(language, "furtherLetters", 1)  # has no form for one in each language


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "2017-12"),
        ("ar", "٢٠١٧-١٢"),
        ("fa", "۲۰۱۷-۱۲"),
        ("fa-AF", "۲۰۱۷-۱۲"),
        ("de", "2017-12"),
    ],
)
def test_a_number_is_in_the_digits_of_its_language(language: str, said: str) -> None:
    assert digits("2017-12", language) == said


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


@pytest.mark.parametrize(
    ("language", "key", "said"),
    [
        ("ar", "asserted", "بصيغة الجزم"),
        ("fa", "asserted", "با قطعیت گفته‌شده"),
        ("ar", "useReported", "استخدام وفق تقارير"),
        ("fa", "noForceNamed", "برای این بخش نیرویی نام برده نشده"),
    ],
)
def test_an_assertion_is_not_called_confirmed(language: str, key: str, said: str) -> None:
    assert words(language, key) == said


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_no_language_lacks_a_phrase(language: str) -> None:
    alone = {key for key in _WORDS["en"] if key.endswith("One")}  # Persian has no plural here
    assert set(_WORDS["en"]) - alone <= set(_WORDS[language])
