"""The commands for drafts say what they did, or what stands against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.cli import main
from tests.conftest import TEXT
from tests.drafts.conftest import ARTICLES

Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *argv: object) -> tuple[int, str]:
    code = main([str(arg) for arg in argv])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    assert (
        main(["draft", str(ARTICLES / "boats.txt"), str(tmp_path / "d"), "--language", "en"]) == 0
    )
    return tmp_path / "d"


def test_from_an_article_to_an_atlas_and_back_to_a_draft(
    draft: Path, tmp_path: Path, capsys: Capture
) -> None:
    atlas, packed = tmp_path / "atlas", tmp_path / "draft.zip"
    for argv, words in (
        (["seal", draft, atlas], "the article has no title"),
        (["decide", draft, ARTICLES / "boats.jsonl", "--by", "M.K."], "saved 16 act(s)"),
        (["decide", draft], "1 refused: not in the text"),
        (["seal", draft, atlas], "sealed"),
        (["check", atlas], "made      11 by hand, 2 proposed and accepted, 0 unjudged"),
        (["pack", draft, packed], "packed"),
        (["draft", packed, tmp_path / "back"], "state 17"),
        (["draft", "--from", atlas, tmp_path / "second"], "state 1; 5 features"),
    ):
        code, said = run(capsys, *argv)
        assert words in said
        assert code == (1 if "no title" in words else 0)


def test_open_proposals_are_listed_by_their_ids(
    draft: Path, tmp_path: Path, capsys: Capture
) -> None:
    lines = (ARTICLES / "boats.jsonl").read_text("utf-8").splitlines()[:2]
    (tmp_path / "acts").write_text("\n".join(lines), "utf-8")
    _, said = run(capsys, "decide", draft, tmp_path / "acts", "--by", "M.K.")
    assert "p3-1 place “Basra” (in the gazetteer)" in said
    assert "p3-3" not in said


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        (
            '{"do":"feature"}\n{"do":"fly"}\n[',
            ['"line 1"', "\"fly\" is none of 'begin'", '"line 3"'],
        ),
        ('{"id":"x"}', ["\"line 1\": it lacks 'do'"]),
        ('{"do":"actor","id":"a"}\n{"do":"undo"}\n{"do":"undo"}', ['"act 3": there is no act']),
        ("\ufeff{", ["line 1"]),
    ],
)
def test_a_script_at_fault_is_not_begun(
    acts: str, words: list[str], draft: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "acts.jsonl").write_text(acts, "utf-8")
    code, said = run(capsys, "decide", draft, tmp_path / "acts.jsonl", "--by", "M.K.")
    assert code == 1
    assert [word for word in words if word not in said] == []
    assert "state 1;" in run(capsys, "decide", draft)[1]


def test_a_stale_script_is_refused(draft: Path, capsys: Capture) -> None:
    script = ARTICLES / "boats.jsonl"
    code, said = run(capsys, "decide", draft, script, "--by", "M.K.", "--saw", "0")
    assert (code, "the draft is at 1" in said) == (1, True)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["draft", "{new}"], "name an article"),
        (["draft", "{text}", "{new}", "--from", "shipped"], "name an article, or an atlas"),
        (["draft", "{text}", "{draft}", "--language", "en"], "already holds something"),
        (["decide", "{draft}", "{text}"], "say who decides"),
        (["new"], "name a folder"),
        (["new", "--from", "{text}", "{new}"], "a table needs --article TEXT, --language TAG"),
    ],
)
def test_a_wrong_call_says_so_and_exits_with_2(
    argv: list[str], words: str, draft: Path, tmp_path: Path, capsys: Capture
) -> None:
    known = {"text": ARTICLES / "boats.txt", "new": tmp_path / "new", "draft": draft}
    code, said = run(capsys, *(arg.format(**known) for arg in argv))
    assert code == 2
    assert words in said


@pytest.mark.parametrize(
    "argv",
    [["--language", "no tag"], ["--by", "\u202e"], ["--by", " "], ["--from", "nowhere"]],
)
def test_a_wrong_option_says_so(argv: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as error:
        main(["draft", str(tmp_path / "x.txt"), str(tmp_path / "new"), *argv])
    assert error.value.code == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "has no text"),
        (b" \n\xe2\x80\x8b", "has no text"),
        (b"\xff", "is not UTF-8"),
        (b"a" * 1_000_001, "is longer than 1 MB"),
        (None, "can't be read"),
    ],
)
def test_what_is_no_article_begins_no_draft(
    data: bytes | None, words: str, tmp_path: Path, capsys: Capture
) -> None:
    if data is not None:
        (tmp_path / "x.txt").write_bytes(data)
    code, said = run(capsys, "draft", tmp_path / "x.txt", tmp_path / "new", "--language", "en")
    assert (code, words in said) == (1, True)
    assert not (tmp_path / "new").exists()


def test_the_language_of_an_article_is_not_guessed(tmp_path: Path, capsys: Capture) -> None:
    code, said = run(capsys, "draft", ARTICLES / "boats.txt", tmp_path / "new")
    assert (code, "nobody said in which language" in said) == (1, True)


def test_a_table_is_begun_with_and_a_template_is_written(tmp_path: Path, capsys: Capture) -> None:
    table, article = tmp_path / "t.csv", tmp_path / "story.txt"
    article.write_text(TEXT, "utf-8", newline="")
    assert "fill it in" in run(capsys, "new", "--template", table)[1]
    with table.open("a", encoding="utf-8") as file:
        file.write("Boats,,Isle Rho\r\n")
    options = ["--article", article, "--language", "en", "--by", "M.K."]
    code, said = run(capsys, "new", "--from", table, *options, tmp_path / "d")
    assert code == 0
    assert "took 1 row(s)" in said


def test_a_quote_can_not_steer_a_terminal(draft: Path, tmp_path: Path, capsys: Capture) -> None:
    proposal = '{"kind":"place","quote":"Basra","starts":[22],"why":"\u202e","proposer":%s}'
    line = '{"do":"propose","proposals":[' + proposal % '{"name":"x","version":"1"}' + "]}"
    (tmp_path / "acts").write_text(line, "utf-8")
    assert "\\u202e" in run(capsys, "decide", draft, tmp_path / "acts", "--by", "M.K.")[1]


@pytest.mark.slow
def test_programs_propose_and_a_model_needs_its_address(draft: Path, capsys: Capture) -> None:
    code, said = run(capsys, "propose", draft)
    assert code == 0
    assert "places: 3 new" in said
    assert "passages: 4 new" in said
    code, said = run(capsys, "propose", draft, "--model", "small")
    assert (code, "both --model NAME and --endpoint URL" in said) == (2, True)
    endpoint = ("--model", "small", "--endpoint", "http://model.example/v1")
    code, said = run(capsys, "propose", draft, *endpoint)
    assert (code, "the article would be sent to model.example" in said) == (0, True)
    assert "places: 0 new" in said
