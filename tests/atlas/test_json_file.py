import os
from pathlib import Path

import pytest

from geo.atlas import json_file
from geo.atlas.json_file import JsonFileError, parse_json, read_bytes

REFUSED = [
    (b"", "is not JSON"),
    (b"{", "at line 1, column 2"),
    (b"{'a': 1}", "is not JSON"),
    (b'{"a": 1,}', "a comma that nothing follows at line 1, column 8"),
    (b'{\n "a": 1,\n\n}', "a comma that nothing follows at line 2, column 8"),
    (b"[\n1,\n]", "a comma that nothing follows at line 2, column 2"),
    (b'{\n "a": 1\n "b": 2}', "a comma is missing at line 2, column 8"),
    (b"[{}\n\n{}]", "a comma is missing at line 1, column 4"),
    (b'{"a" 1}', "Expecting ':' delimiter at line 1, column 6"),
    (b"[1", "Expecting ',' delimiter at line 1, column 3"),
    ("{}".encode("utf-16"), "looks like UTF-16"),
    ("{}".encode("utf-16-be"), "looks like UTF-16"),
    (b'{"a": 1} x', "Extra data"),
    (b"\xff\xfe{\x00}\x00", "looks like UTF-16"),
    (b'["\xc3"]', "is not UTF-8 (byte 2)"),
    (b'{"a": 1, "a": 2}', 'has the key "a" twice'),
    (b'[{"a": {"b": 1, "b": 1}}]', 'has the key "b" twice'),
    (b"[NaN]", "holds NaN"),
    (b"[Infinity]", "holds Infinity"),
    (b"[-Infinity]", "holds -Infinity"),
    (b"[1e999]", "too large"),
    (b"[-1e999]", "too large"),
    (b"[" + b"9" * 400 + b"]", "too large"),
    (b"[" + b"9" * 5000 + b"]", "too l"),
    (b"[" * 100_000, "nested too deep"),
    (b'[\n"a\\ud83d"]', "half a character, \\ud83d, at line 2, column 3"),
    (b'["\\uDEF6\\uD83D"]', "half a character, \\uDEF6, at line 1, column 3"),
    (b'{"\\ud800": 1}', "half a character"),
    (b"null", "neither an object nor a list"),
    (b'"text"', "neither an object nor a list"),
    (b"1", "neither an object nor a list"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_not_ours_is_refused_with_its_reason(data: bytes, words: str) -> None:
    with pytest.raises(JsonFileError) as caught:
        parse_json(data)
    assert words in caught.value.what
    assert caught.value.fix


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\xef\xbb\xbf[]", []),
        (b"{}", {}),
        (b"[1e300, -0.5, 12]", [1e300, -0.5, 12]),
        ('["🛶 e\u0301 \u202e"]'.encode(), ["🛶 e\u0301 \u202e"]),
        (b'["\\u202e\\ud83d\\udef6"]', ["\u202e🛶"]),
        (b'["\\\\ud83d \\n"]', ["\\ud83d \n"]),  # a backslash, and no escape after it
    ],
)
def test_json_is_read_as_it_stands(data: bytes, value: object) -> None:
    assert parse_json(data) == value


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'{"a": [1]}')
    assert read_bytes(path) == b'{"a": [1]}'


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(JsonFileError, match="can't be read"):
            read_bytes(path)


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"[1,2]")
    monkeypatch.setattr(json_file, "MAX_BYTES", 4)
    with pytest.raises(JsonFileError, match="is larger than"):
        read_bytes(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(JsonFileError, match="it is no plain file"):
        read_bytes(tmp_path / "pipe.json")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_link_to_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "endless.json").symlink_to("/dev/zero")
    with pytest.raises(JsonFileError, match="it is no plain file"):
        read_bytes(tmp_path / "endless.json")
