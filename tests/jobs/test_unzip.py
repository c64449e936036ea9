"""Unpacking a stranger's ZIP: what is taken, what is refused, and that nothing is left behind."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.errors import AtlasError
from geo.atlas.reading import load_atlas
from geo.jobs.unzip import MAX_FILES, unpack
from geo.starter import STARTER
from tests.conftest import examples

PLAIN = {
    str(path.relative_to(STARTER)): path.read_bytes()
    for part in ("seeds", "data")
    for path in (STARTER / part).rglob("*.*")
}


def packed(files: dict[str, bytes], **odd: zipfile.ZipInfo) -> io.BytesIO:
    """Return a ZIP of files by name; `odd` are entries given as they are."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for entry in odd.values():
            archive.writestr(entry, b"data/atlas.json")
    into.seek(0)
    return into


def refusal_of(zip_file: io.BytesIO, folder: Path) -> str:
    """Return the problems for which a ZIP is refused, and see that nothing was written."""
    with pytest.raises(AtlasError) as refusal:
        unpack(zip_file, folder)
    assert list(folder.iterdir()) == []
    return str(refusal.value)


@pytest.mark.parametrize("top", ["", "my atlas/", "for you/my atlas/"])
def test_an_atlas_comes_out_as_it_went_in(top: str, tmp_path: Path) -> None:
    unpack(packed({top + name: text for name, text in PLAIN.items()}), tmp_path)
    found = {str(p.relative_to(tmp_path)): p.read_bytes() for p in tmp_path.rglob("*.*")}
    assert found == PLAIN
    assert load_atlas(tmp_path).manifest.id == "mail-boat"


def test_backslashes_are_slashes(tmp_path: Path) -> None:
    old = {"mine\\" + name.replace("/", "\\"): text for name, text in PLAIN.items()}
    unpack(packed({**old, "mine\\data\\": b""}), tmp_path)
    assert {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.*")} == set(PLAIN)


def test_an_atlas_deeper_down_is_no_second_one(tmp_path: Path) -> None:
    unpack(packed({**PLAIN, "examples/small/data/atlas.json": b"{}"}), tmp_path)
    assert load_atlas(tmp_path).manifest.id == "mail-boat"


@pytest.mark.parametrize("name", ["atlas.json", "mine/atlas.json"])
def test_an_atlas_without_its_folder_is_said_to_be_found(name: str, tmp_path: Path) -> None:
    answer = refusal_of(packed({name: b"{}"}), tmp_path)
    assert f"holds no data/atlas.json; there is one at {name}" in answer
    assert "pack one atlas: the folders seeds/ and data/ themselves" in answer


def test_what_is_no_part_of_an_atlas_is_left_out(tmp_path: Path) -> None:
    others = ["README.md", ".git/config", ".venv/x:y", "Icon\r", "notes/\u202e.txt", "notes//a"]
    unpack(packed({**PLAIN, **dict.fromkeys(others, b"x")}), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"seeds", "data"}


def test_names_in_any_script_are_names(tmp_path: Path) -> None:
    name = "seeds/\u0645\u06cc\u200c\u0631\u0648\u062f 5.00\u202fPM.txt"
    unpack(packed({**PLAIN, name: b"x"}), tmp_path)
    assert (tmp_path / name).read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    [
        "../data/evil.json",
        "data/../../evil.json",
        "/etc/evil",
        "C:/evil.json",
        "..\\data\\evil.json",
        "data\\..\\..\\evil.json",
        "data/..\\../evil.json",
        "\\etc\\evil",
        "C:\\evil.json",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    assert "leads out of its folder" in refusal_of(packed({**PLAIN, name: b"{}"}), folder)
    assert list(tmp_path.iterdir()) == [folder]


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("data/link.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "is a link" in refusal_of(packed(PLAIN, link=link), tmp_path)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("data/a\x1bb.json", "control character"),
        ("data/a\u202eb.json", "control character"),
        ("DATA/../data/x.json", "leads out"),
        ("data/ATLAS.json", "the name of another file"),
        ("data\\atlas.json", "the name of another file"),
        ("data/atlas.json/x", "lies in what is a file: data/atlas.json"),
        ("data//x.json", "an empty or a very long name"),
        (f"data/{'x' * 300}.json", "an empty or a very long name"),
        ("other/data/atlas.json", "data/atlas.json and other/data/atlas.json"),
    ],
)
def test_a_bad_name_is_refused_and_shown(name: str, what: str, tmp_path: Path) -> None:
    answer = refusal_of(packed({**PLAIN, name: b"{}"}), tmp_path)
    assert what in answer
    assert "\x1b" not in answer
    assert "\u202e" not in answer


@pytest.mark.parametrize(
    "part",
    [
        *("CON", "nul", "NUL.txt", "Aux.geojson", "lpt1", "COM9.json", "com¹.txt", "LPT0", "PRN"),
        *("con.tar.gz", "NUL .txt", "CONIN$", "atlas.json.", "atlas.json ", "x..", "draft. "),
        *("a<b", "a>b", 'a"b', "a|b", "a?b", "a*b", "2017: draft.txt"),
    ],
)
@pytest.mark.parametrize("path", ["data/{}", "seeds/{}/x.txt"])
def test_a_name_that_windows_can_t_have_is_refused(part: str, path: str, tmp_path: Path) -> None:
    answer = refusal_of(packed({**PLAIN, path.format(part): b"{}"}), tmp_path)
    assert "a name that some systems can't have" in answer


@pytest.mark.parametrize("part", ["console.txt", "null.json", "com10", "lpt", "a.con", "nul-1.txt"])
def test_a_name_that_only_resembles_those_is_taken(part: str, tmp_path: Path) -> None:
    unpack(packed({**PLAIN, f"seeds/{part}": b"x"}), tmp_path)
    assert (tmp_path / "seeds" / part).read_bytes() == b"x"


@pytest.mark.parametrize("depth", [9, 975, 30_000])
def test_a_path_that_is_too_deep_is_refused(depth: int, tmp_path: Path) -> None:
    deep = f"data/{'a/' * (depth - 2)}x.json"
    assert "folders deep" in refusal_of(packed({**PLAIN, deep: b"{}"}), tmp_path)


def test_a_path_that_no_system_could_write_is_refused(tmp_path: Path) -> None:
    long = "data/" + "/".join(["x" * 60] * 4)
    assert "a very long name" in refusal_of(packed({**PLAIN, long: b"{}"}), tmp_path)


def test_letters_of_two_forms_are_one_name(tmp_path: Path) -> None:
    twins = {f"data/caf{letter}.json": b"{}" for letter in ("\u00e9", "e\u0301")}
    assert "the name of another file" in refusal_of(packed({**PLAIN, **twins}), tmp_path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_would_be_unpacked_at_once_is_refused(method: int, tmp_path: Path) -> None:
    rare = zipfile.ZipInfo("data/rare.json")
    rare.compress_type = method
    assert "is packed in a rare way" in refusal_of(packed(PLAIN, rare=rare), tmp_path)


def test_a_name_that_is_no_text_is_a_damage(tmp_path: Path) -> None:
    whole = packed({**PLAIN, "data/caf\u00e9.json": b"{}"}).getvalue()
    damaged = io.BytesIO(whole.replace("caf\u00e9".encode(), b"caf\xff\xff"))
    assert "is no ZIP file that can be read" in refusal_of(damaged, tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(tmp_path: Path) -> None:
    twin = zipfile.ZipInfo("data/atlas.json")
    assert "the name of another file" in refusal_of(packed(PLAIN, twin=twin), tmp_path)


def test_a_bomb_is_stopped_by_what_comes_out_of_it(tmp_path: Path) -> None:
    bomb = packed({**PLAIN, "data/bomb.json": b" " * 25_000_000})
    assert len(bomb.getvalue()) < 100_000
    assert "data/bomb.json: is larger than 20 MB" in refusal_of(bomb, tmp_path)


def test_many_that_are_large_together_are_refused(tmp_path: Path) -> None:
    bomb = packed({**PLAIN, **{f"data/{n}.json": b" " * 19_000_000 for n in range(3)}})
    assert "is larger than 40 MB" in refusal_of(bomb, tmp_path)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    many = packed({**PLAIN, **{f"data/{n}.json": b"" for n in range(MAX_FILES)}})
    assert "more than 200 files" in refusal_of(many, tmp_path)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed(PLAIN).getvalue())
    for at in _places(data, b"PK\x01\x02"):
        data[at + 8] |= 1  # the flag of the central directory
    assert "is encrypted" in refusal_of(io.BytesIO(data), tmp_path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", packed({}).getvalue()])
def test_what_is_no_atlas_is_refused(data: bytes, tmp_path: Path) -> None:
    answer = refusal_of(io.BytesIO(data), tmp_path)
    assert "is no ZIP file" in answer or "holds no data/atlas.json" in answer


def _places(data: bytes | bytearray, what: bytes) -> list[int]:
    found = []
    at = data.find(what)
    while at >= 0:
        found.append(at)
        at = data.find(what, at + 1)
    return found


GOOD = packed(PLAIN).getvalue()


@examples(3)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=8))
def test_broken_bytes_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]]
) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    folder = tmp_path_factory.mktemp("broken")
    try:
        unpack(io.BytesIO(data), folder)
    except AtlasError:
        assert list(folder.iterdir()) == []
