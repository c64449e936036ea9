import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyogrio.errors import DataSourceError

from geo.atlas.atlas import HOME
from geo.cli import main
from geo.formats import FORMATS, PAPERS, STYLES
from geo.jobs.limits import EXPORT
from tests.conftest import Build
from tests.packed_page import readable

ACTORS, ATLAS = "data/actors.json", "data/atlas.json"
Capture = pytest.CaptureFixture[str]


def test_a_sound_atlas_is_summed_up(build: Build, capsys: Capture) -> None:
    assert main(["check", str(build())]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("title\n")
    assert "3, all exact" in out
    assert err == ""


def test_problems_go_to_stderr_grouped_by_file(build: Build, capsys: Capture) -> None:
    aliases = ["None Such", "Nor This"]
    folder = build((ACTORS, "0.aliases", aliases), (ATLAS, "layers.0.symbol.code", "SG"))
    assert main(["check", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("4 problem(s) in 2 file(s)\n\ndata/actors.json\n")
    assert err.count("data/actors.json\n") == err.count("data/corridor.geojson\n") == 1
    for words in ("“None Such”", "“Nor This”", '  "guild": its code SG', "\n    → "):
        assert words in err


def test_faults_of_form_are_reported_the_same_way(build: Build, capsys: Capture) -> None:
    assert main(["check", str(build((ACTORS, "", "{")))]) == 1
    err = capsys.readouterr().err
    assert err.startswith("1 problem(s) in 1 file(s)\n\ndata/actors.json\n  is not JSON")
    assert "\n\nthe rest\n  not checked yet: ids of actors," in err


def test_a_hostile_name_can_not_steer_the_terminal(build: Build, capsys: Capture) -> None:
    folder = build((ACTORS, "0.aliases", ["\u202egone"]), (ATLAS, "\x1b[2Jx", "y"))
    assert main(["check", str(folder)]) == 1
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\\x1b[2Jx" in err


def test_a_hostile_alias_can_not_either(build: Build, capsys: Capture) -> None:
    folder = build((ACTORS, "0.aliases", ["\u202egone"]))
    assert main(["check", str(folder)]) == 1
    assert "\\u202egone" in capsys.readouterr().err


def test_a_hostile_title_can_not_either(build: Build, capsys: Capture) -> None:
    assert main(["check", str(build((ATLAS, "title.en", "\u202ex")))]) == 0
    assert capsys.readouterr().out.startswith("\\u202ex\n")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], "COMMAND"),
        (["chek"], "invalid choice"),
        (["check", "/no/such/folder"], "there is no folder /no/such/folder"),
        (["check", "tests"], "tests is no atlas: it has no data/atlas.json"),
        (["check", ".", "b"], "unrecognized arguments"),
    ],
)
def test_a_wrong_call_says_so_and_exits_with_2(
    argv: list[str], words: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HOME)
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert words in capsys.readouterr().err


@pytest.mark.slow
def test_the_module_runs_and_a_poor_terminal_is_no_crash(build: Build, tmp_path: Path) -> None:
    folder = build((ACTORS, "0.aliases.0", "Sölt Guild"))
    run = subprocess.run(  # noqa: S603 – our own interpreter and module
        [sys.executable, "-m", "geo", "check", str(folder)],
        cwd=HOME,
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "S\\xf6lt Guild" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_help_does_not_wait_for_the_map_libraries() -> None:
    code = (
        "import sys; from geo.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print([m for m in ('shapely', 'pydantic') if m in sys.modules])"
    )
    run = subprocess.run(  # noqa: S603 – our own interpreter and code
        [sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True
    )
    assert run.stdout.endswith("[]\n")
    assert "check" in run.stdout


def test_export_writes_the_formats_and_names_the_files(
    build: Build, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    assert main(["export", "html", "html", "--atlas", str(build()), "-o", str(out)]) == 0
    assert capsys.readouterr().out == f"{out / 'ferry.html'}\n"
    assert (out / "ferry.html").is_file()


def test_a_program_gets_progress_as_json_lines_and_nothing_else(
    build: Build, tmp_path: Path, capsys: Capture
) -> None:
    argv = ["export", "csv", "geojson", "--atlas", str(build()), "-o", str(tmp_path)]
    assert main([*argv, "--progress", "json"]) == 0
    printed = capsys.readouterr()
    assert [json.loads(line) for line in printed.out.splitlines()] == [
        {"format": "csv", "number": 1, "total": 2},
        {"format": "geojson", "number": 2, "total": 2},
    ]
    assert printed.err == ""
    assert main(argv) == 0
    assert capsys.readouterr().err == "making csv (1 of 2) …\nmaking geojson (2 of 2) …\n"


def test_an_atlas_with_problems_is_not_exported(
    build: Build, tmp_path: Path, capsys: Capture
) -> None:
    folder = build((ACTORS, "0.aliases.0", "Nobody"))
    out = tmp_path / "out"
    assert main(["export", "html", "--atlas", str(folder), "-o", str(out)]) == 1
    assert "Nobody" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("argv", [["export"], ["export", "docx"]])
def test_export_says_which_formats_there_are(argv: list[str], capsys: Capture) -> None:
    assert main(argv) == 2
    assert "there are: html" in capsys.readouterr().err


@pytest.mark.slow
def test_an_export_that_gives_way_has_a_limit_to_its_memory() -> None:
    pytest.importorskip("resource")
    code = (
        "import resource; from geo.cli import main\n"
        "main(['export', '--list', '--nice']); print(resource.getrlimit(resource.RLIMIT_DATA)[0])"
    )
    run = subprocess.run(  # noqa: S603 – our own interpreter and code
        [sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == str(EXPORT.memory)


def test_export_lists_formats_styles_and_papers(capsys: Capture) -> None:
    assert main(["export", "--list"]) == 0
    formats, styles, papers = capsys.readouterr().out.split("\n\n")
    assert [line.split()[0] for line in formats.splitlines()] == list(FORMATS)
    assert "svg      a sheet, as a drawing to edit (map, one-page)\n" in formats
    assert [line.split()[0] for line in styles.splitlines()] == ["--style", *STYLES]
    assert [line.split()[0] for line in papers.splitlines()] == ["--paper", *PAPERS]


def test_a_folder_that_cant_be_written_is_no_crash(
    build: Build, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "file").write_text("in the way")
    argv = ["export", "html", "--atlas", str(build()), "-o", str(tmp_path / "file" / "out")]
    assert main(argv) == 1
    assert "can't write to" in capsys.readouterr().err


def test_a_database_that_finds_no_room_is_no_crash(
    build: Build, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DataSourceError("Failed to commit transaction")

    monkeypatch.setattr("pyogrio.write_dataframe", full)
    out = tmp_path / "out"
    assert main(["export", "gpkg", "--atlas", str(build()), "-o", str(out)]) == 1
    assert f"can't write to {out}: Failed to commit" in capsys.readouterr().err
    assert not out.exists()


def fails(*_: object) -> None:
    raise RuntimeError("out of\n\x1b[2Jink")


@pytest.mark.parametrize(
    ("argv", "at"),
    [
        (["export", "html"], "geo.formats.render"),
        (["export", "html"], "geo.checks.read_atlas"),
        (["check"], "geo.checks.read_atlas"),
        (["new", "there"], "geo.starter.write_starter"),
    ],
)
def test_what_nobody_foresaw_is_said_in_a_line(
    argv: list[str],
    at: str,
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(at, fails)
    assert main(argv) == 1
    said = "error: this can't be done: RuntimeError: out of \\x1b[2Jink; please report it"
    assert capsys.readouterr().err.splitlines()[-1] == said
    assert list(tmp_path.iterdir()) == []


def test_export_shows_what_is_asked_for_and_no_more(build: Build, tmp_path: Path) -> None:
    out = tmp_path / "out"
    argv = ["export", "html", "--atlas", str(build()), "-o", str(out), "--layers", "guards"]
    assert main([*argv, "--basis", "stated,inferred", "--extent", "14,0,20,4"]) == 0
    text = readable((out / "ferry.html").read_text("utf-8"))
    assert "c-guard" in text
    assert "c-west" not in text


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--layers", "none-such"], "no layer none-such (there are ferry, guards, unplaced)"),
        (["--language", "de"], "no language de (there are en, ar, fa)"),
        (["--basis", "guessed"], "--basis: there is no guessed; there are 'stated'"),
        (["--extent", "1,2,3"], "--extent: an extent is west,south,east,north"),
        (["--extent", "25,100,26,101"], "--extent: south is 100, beyond ±90: an extent is west,"),
        (["--extent", "25,x,26,50"], "--extent: x is no number"),
        (["--paper", "a5", "--address", "x"], "--paper: there is no a5; there are 'wide'"),
        (["--style", "poster"], "--style: there is no poster; there are 'map', 'one-page',"),
    ],
)
def test_export_says_what_it_cant_make(
    options: list[str], words: str, build: Build, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    assert main(["export", "html", "--atlas", str(build()), "-o", str(out), *options]) == 2
    assert words in capsys.readouterr().err
    assert not out.exists()


def test_a_style_that_a_format_has_no_pages_in_is_refused(
    build: Build, tmp_path: Path, capsys: Capture
) -> None:
    argv = ["export", "csv", "pptx", "svg", "--atlas", str(build()), "-o", str(tmp_path / "out")]
    assert main([*argv, "--style", "briefing"]) == 2
    said = "error: --style: svg has no style briefing; it has map, one-page\n"
    assert capsys.readouterr().err == said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("flag", "wrap"),
    [
        ("--options", lambda asked: asked),
        ("--options", lambda asked: {"files": [], "options": asked}),
        ("--order", lambda asked: {"files": [], "order": asked}),  # as manifests had it
    ],
)
def test_export_options_can_be_given_as_a_file(
    flag: str, wrap: Callable[[dict[str, Any]], Any], build: Build, tmp_path: Path
) -> None:
    asked = tmp_path / "asked.json"
    asked.write_text(json.dumps(wrap({"view": {"layers": ["guards"], "bases": ["stated"]}})))
    out = tmp_path / "out"
    argv = ["export", "html", "--atlas", str(build()), "-o", str(out), flag, str(asked)]
    assert main(argv) == 0
    assert "c-west" not in readable((out / "ferry.html").read_text("utf-8"))
    assert main([*argv, "--layers", "ferry"]) == 0  # an option goes before the file
    assert "c-west" in readable((out / "ferry.html").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "holds no export options"),
        ('{"view": 1}', "holds no export options"),
        ('{"options": 1}', "holds no export options"),
        ('{"papers": 1}', "--papers: there is no option of that name"),
    ],
)
def test_a_file_of_no_export_options_is_no_crash(
    text: str, words: str, build: Build, tmp_path: Path, capsys: Capture
) -> None:
    asked = tmp_path / "asked.json"
    asked.write_text(text)
    assert main(["export", "html", "--atlas", str(build()), "--options", str(asked)]) == 2
    assert words in capsys.readouterr().err


def test_new_writes_an_atlas_that_passes_its_check(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert f"python -m geo check {folder}" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0


def test_new_overwrites_nothing(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "seeds").mkdir()
    assert main(["new", str(tmp_path)]) == 2
    assert "already there" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


@pytest.mark.slow
def test_a_reader_who_has_seen_enough_is_no_fault() -> None:
    command = [sys.executable, "-m", "geo", "check"]
    with subprocess.Popen(  # noqa: S603  our own interpreter and module
        command, cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1


def test_who_breaks_it_off_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("geo.checks.open_atlas", broken_off)
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")
