from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from geo.text import catalogue
from geo.text.catalogue import Phrase, digits, locale_of, locales, named, plural_category, words

SECTIONS = ("shared", "page", "print", "draft", "panel", "workbench")
TRANSLATED = [tag for tag in locales() if tag != "en"]
COMPLETE = ["ar", "fa"]  # another language may still lack phrases: these are shown in English
NONE = "qaa"  # ISO 639 leaves this tag to private use: no language will have words under it


def raw(tag: str) -> dict[str, dict[str, Phrase]]:
    text = (catalogue.FOLDER / f"{tag}.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def forms(phrase: Phrase) -> dict[str, str]:
    return phrase if isinstance(phrase, dict) else {"other": phrase}


def values(text: str) -> set[str]:
    return set(re.findall(r"\{\d\}", text))


def each_phrase(tag: str) -> Iterator[tuple[str, Phrase]]:
    for section in raw(tag).values():
        yield from section.items()


def keys_of(tag: str) -> set[str]:
    """Return the keys of a language, each with its section: "page: stopOf"."""
    found = raw(tag)
    return {f"{section}: {key}" for section, phrases in found.items() for key in phrases}


def test_the_english_has_the_sections_in_their_order() -> None:
    assert tuple(raw("en")) == SECTIONS


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_language_has_no_words_that_the_english_lacks(tag: str) -> None:
    unknown = sorted(keys_of(tag) - keys_of("en"))
    assert not unknown, f"{tag}.json has keys that en.json lacks there: {', '.join(unknown)}"


@pytest.mark.parametrize("tag", COMPLETE)
def test_a_complete_language_lacks_no_words_of_the_english(tag: str) -> None:
    missing = sorted(keys_of("en") - keys_of(tag))
    assert not missing, f"{tag}.json lacks, of en.json: {', '.join(missing)}"


def test_a_word_stands_in_one_section_alone() -> None:
    counts = Counter(key for key, _ in each_phrase("en"))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_each_phrase_has_the_same_values_in_each_language(tag: str) -> None:
    english = dict(each_phrase("en"))
    for key, phrase in each_phrase(tag):
        wanted = values(forms(english[key])["other"])
        assert values(forms(phrase)["other"]) == wanted, key
        # a form for one or two may be a word in place of the number
        assert all(values(text) <= wanted for text in forms(phrase).values()), key


@pytest.mark.parametrize("tag", locales())
def test_what_goes_by_a_number_has_all_forms_of_its_language(tag: str) -> None:
    wanted = {*Locale.parse(tag, sep="-").plural_form.tags, "other"}
    english = dict(each_phrase("en"))
    for key, phrase in each_phrase(tag):
        assert isinstance(phrase, dict) == isinstance(english[key], dict), key
        if isinstance(phrase, dict):
            assert phrase.keys() == wanted, key


@pytest.mark.parametrize("tag", locales())
def test_our_own_words_have_no_other_digits_than_their_language(tag: str) -> None:
    for key, phrase in each_phrase(tag):
        if key == "digits" or key.startswith("method_"):  # which names A to F, and "code points"
            continue
        for text in forms(phrase).values():
            bare = re.sub(r"\{\d\}|WGS 84|sha256|A4", "", text)
            assert digits(bare, tag) == bare, key


@pytest.mark.parametrize("tag", locales())
def test_no_middle_dot_stands_before_a_number(tag: str) -> None:
    """In Arabic script it would be a nought."""
    for key, phrase in each_phrase(tag):
        if key != "sealLine":  # a seal is of Latin letters
            assert not any(re.search(r"·\s*\{|\}\s*·", one) for one in forms(phrase).values()), key


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 1, "Outside this map: 1 note by"),
        ("en", 2, "Outside this map: 2 notes by"),
        (NONE, 1, "Outside this map: 1 note by"),
        (NONE, 2, "Outside this map: 2 notes by"),
        ("ar", 1, "خارج هذه الخريطة: ملاحظة واحدة من"),
        ("ar", 2, "خارج هذه الخريطة: ملاحظتان من"),
        ("ar", 3, "خارج هذه الخريطة: \u2068٣\u2069 ملاحظات من"),
        ("ar", 10, "خارج هذه الخريطة: \u2068١٠\u2069 ملاحظات من"),
        ("ar", 11, "خارج هذه الخريطة: \u2068١١\u2069 ملاحظة من"),
        ("ar", 99, "خارج هذه الخريطة: \u2068٩٩\u2069 ملاحظة من"),
        ("ar", 100, "خارج هذه الخريطة: \u2068١٠٠\u2069 ملاحظة من"),
        ("ar-SA", 2, "خارج هذه الخريطة: ملاحظتان من"),
        ("fa", 1, "بیرون از این نقشه: \u2068۱\u2069 یادداشت"),
        ("fa-AF", 2, "بیرون از این نقشه: \u2068۲\u2069 یادداشت"),
    ],
)
def test_so_many_are_said_as_the_language_says_it(language: str, number: int, said: str) -> None:
    assert words(language, "notesBeyond", number).startswith(said)


def test_the_first_number_chooses_the_form() -> None:
    assert words("ar", "crowd", "الحشد", 2) == "\u2068الحشد\u2069: علامتان هنا؛ انقر للاقتراب"
    assert plural_category("ar", 11) == "many"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "2017-12"),
        ("ar", "٢٠١٧-١٢"),
        ("ar-SA", "٢٠١٧-١٢"),
        ("fa", "۲۰۱۷-۱۲"),
        ("fa-AF", "۲۰۱۷-۱۲"),
        (NONE, "2017-12"),
    ],
)
def test_a_number_is_in_the_digits_of_its_language(language: str, written: str) -> None:
    assert digits("2017-12", language) == written


@pytest.mark.parametrize(
    ("language", "file"),
    [
        ("ar", "ar"),
        ("ar-SA", "ar"),
        ("fa-AF", "fa"),
        (NONE, "en"),
        ("ckb", "en"),
        ("ar-Latn", "en"),
    ],
)
def test_a_language_without_words_takes_those_of_a_wider_one(language: str, file: str) -> None:
    assert locale_of(language) == file
    assert words(language, "inferred") == words(file, "inferred")


@pytest.mark.parametrize(
    ("language", "key", "said"),
    [
        ("ar", "asserted", "بصيغة الجزم"),
        ("fa", "asserted", "با قطعیت گفته‌شده"),
        ("ar", "useReported", "استخدام وفق تقارير"),
        ("fa", "noForceHere", "مقاله نیرویی را اینجا قرار نمی‌دهد"),
    ],
)
def test_an_assertion_is_not_called_confirmed(language: str, key: str, said: str) -> None:
    assert words(language, key) == said


@pytest.mark.parametrize(
    ("language", "others", "said"),
    [
        ("en", [], ""),
        ("ar", ["en"], "ما لم يُترجم يبقى بهذه اللغة: \u2068الإنجليزية\u2069."),
        ("en", ["en-GB", "fa"], "What is not translated stands in English, Persian."),
        ("en", ["en-GB", "en-US"], "What is not translated stands in English."),
        ("en", ["tr"], "What is not translated stands in Turkish."),
        ("en", ["qqq"], "What is not translated stands in qqq."),
    ],
)
def test_it_says_in_which_language_the_sentences_stand(
    language: str, others: list[str], said: str
) -> None:
    assert named(language, "untranslated", others) == said


def test_a_word_that_is_not_there_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match='no words "toString"'):
        words("en", "toString")


def test_a_language_is_added_by_a_file_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for tag in locales():
        (tmp_path / f"{tag}.json").write_bytes((catalogue.FOLDER / f"{tag}.json").read_bytes())
    own = {"shared": {"digits": "߀߁߂߃߄߅߆߇߈߉", "inferred": "ߟߊߝߊ߲"}}
    (tmp_path / "nqo.json").write_text(json.dumps(own), "utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    catalogue._read.cache_clear()
    try:
        assert words("nqo-GN", "inferred") == "ߟߊߝߊ߲"
        assert words("nqo", "paragraph", 12) == "paragraph \u2068߁߂\u2069"  # not yet translated
        assert "nqo" in locales()
    finally:
        monkeypatch.undo()
        catalogue._read.cache_clear()
