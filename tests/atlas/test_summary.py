from __future__ import annotations

from dataclasses import replace

from geo.atlas.atlas import Atlas
from geo.atlas.summary import seal_summary


def test_the_summary_counts_and_names_the_seal(tiny: Atlas) -> None:
    text = seal_summary(tiny)
    sha256 = tiny.source_texts["story"].sha256
    assert text.startswith("title\n")
    for words in (f"{sha256[:12]} ({sha256})", "3, all exact", "4, 3 of them placed", tiny.digest):
        assert words in text
    assert "3 stated, 1 inferred, 1 background" in text


def test_an_atlas_of_nothing_is_summed_up_too(tiny: Atlas) -> None:
    nothing = replace(tiny, sources={}, excerpts={}, collections={})
    assert "0 stated, 0 inferred, 0 background" in seal_summary(nothing)
