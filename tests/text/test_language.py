from __future__ import annotations

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from geo.text.language import is_rtl, language_name, own_name, parents


@pytest.mark.parametrize(
    ("tag", "rtl"),
    [
        *(("ar", True), ("ar-SA", True), ("fa", True), ("fa-AF", True), ("he", True)),
        *(("ckb", True), ("ps", True), ("ur", True), ("dv", True), ("AR", True)),
        *(("en", False), ("de", False), ("ku", False), ("en-x-twain", False)),
        *(("ar-Latn", False), ("az", False), ("az-Arab", True), ("pa", False), ("pa-PK", True)),
        *(("qqq", False), ("toString", False)),  # of which nobody knows anything
    ],
)
def test_the_script_says_which_way_a_language_is_written(tag: str, rtl: bool) -> None:
    assert is_rtl(tag) is rtl


def test_it_is_as_cldr_has_it_for_every_language_that_it_knows() -> None:
    wrong = {
        tag
        for tag in locale_identifiers()
        if tag.count("_") == 0  # of a region it takes seconds more
        and is_rtl(tag.replace("_", "-")) != (Locale.parse(tag).text_direction == "rtl")
    }
    assert wrong == set()


@pytest.mark.parametrize(
    ("tag", "wider"),
    [
        ("fa", ("fa",)),
        ("fa-AF", ("fa-AF", "fa")),
        ("zh-Hans-CN", ("zh-Hans-CN", "zh-Hans", "zh")),
        ("ar-Latn", ("ar-Latn",)),  # who reads Latin letters may not read Arabic ones
    ],
)
def test_a_language_is_of_wider_ones_in_its_script(tag: str, wider: tuple[str, ...]) -> None:
    assert parents(tag) == wider


@pytest.mark.parametrize(
    ("tag", "reader", "name"),
    [
        ("en", "ar", "الإنجليزية"),
        ("en-GB", "fa-AF", "انگلیسی"),
        ("fa", "en", "Persian"),
        ("tr", "en", "Turkish"),
        ("en", "qqq", "English"),
        ("qqq", "en", "qqq"),
    ],
)
def test_a_language_is_named_in_the_reader_s_own(tag: str, reader: str, name: str) -> None:
    assert language_name(tag, reader) == name


@pytest.mark.parametrize(
    ("tag", "name"), [("ar", "العربية"), ("fa", "فارسی"), ("de", "Deutsch"), ("qqq", "qqq")]
)
def test_a_language_has_a_name_of_its_own(tag: str, name: str) -> None:
    assert own_name(tag) == name
