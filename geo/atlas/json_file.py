"""Strict JSON: duplicate keys, NaN and numbers too large are errors, each with its fix."""

from __future__ import annotations

import json
import math
import re
import stat
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Any, NoReturn

MAX_BYTES = 100_000_000
# In a sound JSON text each escape: a surrogate pair, half of one (the group), or another.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)", re.ASCII | re.DOTALL
)


class JsonFileError(ValueError):
    """A file can't be read, or is not strict JSON: `what` is wrong, and its `fix`."""

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what}; {fix}")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file of at most MAX_BYTES; raises JsonFileError otherwise."""
    try:
        status = path.stat()
        is_regular = stat.S_ISREG(status.st_mode)  # reading a pipe or a device may never end
        if is_regular and status.st_size <= MAX_BYTES:
            return path.read_bytes()
    except OSError as error:
        raise JsonFileError(f"can't be read ({error.strerror})", "put the file there") from None
    except ValueError:  # a NUL in the name
        raise JsonFileError("can't be read (no file has such a name)", "rename it") from None
    if not is_regular:
        raise JsonFileError("can't be read (it is no plain file)", "put the file there")
    size = f"is larger than {MAX_BYTES // 1_000_000} MB"
    raise JsonFileError(size, "split it or simplify its geometry")


def parse_json(data: bytes) -> Any:
    """Parse UTF-8 JSON (a BOM is allowed).

    Raises JsonFileError when it is not UTF-8, not JSON, nested too deep, neither an
    object nor a list, or holds a duplicate key, NaN, Infinity, a number too large or
    too long to be one, or half of a surrogate pair.
    """
    text = decode(data).removeprefix("\ufeff")
    value = _loads(text)
    _refuse_halves(text)
    if not isinstance(value, (dict, list)):
        raise JsonFileError("holds neither an object nor a list", "write one of them")
    return value


def decode(data: bytes) -> str:
    """Return the text of UTF-8 bytes, a byte order mark included; raises JsonFileError."""
    # UTF-16 without a mark can pass for UTF-8: then each second byte of plain letters is NUL
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in data[:4]:
        raise JsonFileError("is not UTF-8: it looks like UTF-16", "save it as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise JsonFileError(f"is not UTF-8 (byte {error.start})", "save it as UTF-8") from None


def _loads(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_float=_finite,
            parse_int=_no_giant,
        )
    except JsonFileError:
        raise
    except json.JSONDecodeError as error:
        why, at, fix = _slip(error)
        line, column = _line_and_column(text, at)
        what = f"is not JSON: {why} at line {line}, column {column}"
        raise JsonFileError(what, fix) from None
    except RecursionError:
        raise JsonFileError("is nested too deep", "flatten it") from None
    except ValueError:  # an integer of thousands of digits
        raise JsonFileError("holds a number too long to be one", "shorten the number") from None


def _refuse_halves(text: str) -> None:
    """Refuse half of a surrogate pair: it is no character, and no file can hold it."""
    for escape in _ESCAPE.finditer(text):
        if escape[1]:
            line, column = _line_and_column(text, escape.start())
            what = f"holds half a character, {escape[0]}, at line {line}, column {column}"
            raise JsonFileError(what, "write the character itself there, or take the half out")


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _slip(error: json.JSONDecodeError) -> tuple[str, int, str]:
    """Return what is wrong, at which character, and the fix; commas are the usual cause."""
    before = error.doc[: error.pos].rstrip()
    rest = error.doc[error.pos :].lstrip()
    if before.endswith(",") and rest[:1] in ("}", "]"):
        return "a comma that nothing follows", len(before) - 1, "take the comma out"
    if rest.startswith(",") and rest[1:].lstrip()[:1] in ("}", "]"):  # since Python 3.13
        return "a comma that nothing follows", error.pos, "take the comma out"
    if error.msg.startswith("Expecting ','") and rest[:1] in (*'"{[-', *"0123456789"):
        return "a comma is missing", len(before), "put a comma there"
    return error.msg, error.pos, "mend the JSON there"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value_of: dict[str, Any] = {}
    for key, value in pairs:
        if key in value_of:
            raise JsonFileError(f'has the key "{key}" twice in one object', "keep one of them")
        value_of[key] = value
    return value_of


def _no_constant(name: str) -> NoReturn:
    raise JsonFileError(f"holds {name}, which is not JSON", "write a number or null")


def _finite(digits: str) -> float:
    if math.isinf(value := float(digits)):  # 1e999 is JSON, but no number we can hold
        raise JsonFileError("holds a number too large to be one", "shorten the number")
    return value


def _no_giant(digits: str) -> int:
    _finite(digits)  # many readers hold integers as floats
    return int(digits)
