from __future__ import annotations

from itertools import chain

from geo.page import build_page
from geo.page.columns import BLOCK, columns
from geo.page.packing import packed
from tests.conftest import shipped
from tests.packed_page import unpacked


def test_all_texts_of_a_small_atlas_are_packed() -> None:
    texts = {"words": "{}", "texts": "[]", "data": "1", **columns("marks", [{"id": "a"}])}
    one = dict(packed(texts))
    assert one.keys() == {"packed", "data"}
    assert unpacked(one["packed"]) | {"data": one["data"]} == texts


def test_later_blocks_stay_as_they_are() -> None:
    texts = columns("marks", [{"id": str(number)} for number in range(BLOCK + 1)])
    one = dict(packed(texts))
    assert one.keys() == {"packed", "marks.id.1"}
    assert list(chain(unpacked(one["packed"]), ["marks.id.1"])) == list(texts)


def test_the_same_texts_give_the_same_bytes() -> None:
    texts = {"words": "{}", "texts": "[]"}
    assert packed(texts) == packed(texts)
    assert not set(packed(texts)["packed"]) & set("<>&")


def test_the_page_of_the_shipped_atlas_is_at_most_750_kilobytes() -> None:
    assert len(build_page(shipped()).encode()) <= 750_000
