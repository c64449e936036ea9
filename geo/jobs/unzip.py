"""An atlas out of a ZIP file that anybody may have made: harmless names, only so many bytes."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, TypeAlias

from geo.atlas.errors import AtlasError, Problem

MAX_FILES = 200
MAX_BYTES = 20_000_000  # of a file: less than a folder of one's own may hold
MAX_TOTAL = 2 * MAX_BYTES
_CHUNK = 1 << 16
WHOLE = "the ZIP file"  # in the place of a file's name, where all of it is at fault
_NEAR = len(("top", "data", "atlas.json"))
_PACK_ONE = "pack one atlas: the folders seeds/ and data/ themselves"
_Named: TypeAlias = tuple[str, zipfile.ZipInfo]
# Of the others zipfile unpacks a piece of any size at once.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_JOINERS = "\u200c\u200d"  # of which Persian names are made, and Indian ones
_LONGEST = 200  # bytes of a path: a system takes 255 of a name, Windows 260 with all its folders
_DEEPEST = 8  # folders and file: the contract needs three
# What Windows takes for a device, whatever follows a dot, or can't write.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)
_UNWRITABLE = re.compile(r'[<>:"|?*]')


def unpack(packed: IO[bytes], folder: Path) -> None:
    """Write the atlas' files of a ZIP into an empty folder; what else it holds is left out.

    Its `seeds/` and `data/` may lie in a folder of the ZIP; a backslash in a name is a
    slash, as older tools of Windows mean it. Raises AtlasError, and has written nothing,
    when it is no ZIP, is encrypted, holds a link, a name that leads elsewhere or that some
    system takes for another's, or is too large once unpacked, which is counted and not
    believed.
    """
    try:
        with zipfile.ZipFile(packed) as archive:
            wanted = _wanted(archive)
            texts = list(_read(archive, wanted))
    except AtlasError:
        raise
    except Exception as error:  # zipfile raises whatever a damaged one makes it stumble over
        raise _refused("", f"is no ZIP file that can be read ({error})", "pack it anew") from None
    for name, text in texts:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)


def _wanted(archive: zipfile.ZipFile) -> list[_Named]:
    """Return the files of the atlas with their names in its folder."""
    entries = [
        (name, entry)
        for entry in archive.infolist()
        if not (name := entry.filename.replace("\\", "/")).endswith("/")
    ]
    if len(entries) > MAX_FILES:
        raise _refused("", f"holds more than {MAX_FILES} files", "pack seeds/ and data/ alone")
    if astray := next((name for name, _ in entries if _leads_out(name)), None):
        raise _refused(astray, "has a name that leads out of its folder", "rename it")
    paths = [PurePosixPath(name) for name, _ in entries]
    top = _top(paths)
    inside = [
        (str(path.relative_to(top)), name, entry)
        for path, (name, entry) in zip(paths, entries, strict=True)
        if path.is_relative_to(top / "seeds") or path.is_relative_to(top / "data")
    ]
    problems = [problem for _, name, entry in inside for problem in _faults(name, entry)]
    if problems:
        raise AtlasError(problems)
    _refuse_alike(own for own, _, _ in inside)
    return [(own, entry) for own, _, entry in inside]


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or bool(PureWindowsPath(name).drive)


def _faults(name: str, entry: zipfile.ZipInfo) -> Iterator[Problem]:
    parts = name.split("/")
    if entry.flag_bits & 1:
        yield Problem(name, "", "is encrypted", "pack it without a password")
    if entry.compress_type not in _METHODS:
        yield Problem(name, "", "is packed in a rare way", "pack it as usual, by Deflate")
    if stat.S_ISLNK(entry.external_attr >> 16):
        yield Problem(name, "", "is a link", "pack the file itself")
    if any(map(_is_odd_on_windows, parts)):
        yield Problem(name, "", "has a name that some systems can't have", "rename it")
    if not all(map(_is_seen, name)):
        yield Problem(name, "", "has a control character in its name", "rename it")
    if not all(parts) or len(name.encode()) > _LONGEST:
        yield Problem(name[:_LONGEST], "", "has an empty or a very long name", "rename it")
    if len(parts) > _DEEPEST:
        fix = "put it into data/ or seeds/ itself"
        yield Problem(name[:_LONGEST], "", f"lies more than {_DEEPEST - 1} folders deep", fix)


def _is_odd_on_windows(part: str) -> bool:
    odd = _DEVICE.fullmatch(part) or _UNWRITABLE.search(part)
    return bool(odd) or part != part.rstrip(" .")


def _is_seen(char: str) -> bool:
    return char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs"


def _top(paths: list[PurePosixPath]) -> PurePosixPath:
    """Return the folder in the ZIP that holds data/atlas.json: the one that is least deep."""
    homes = sorted(
        {path for path in paths if path.parts[-2:] == ("data", "atlas.json")},
        key=lambda path: (len(path.parts), path),
    )
    if not homes:
        astray = next((path for path in paths if path.name == "atlas.json"), None)
        at = f"; there is one at {astray}" if astray else ""
        raise _refused("", f"holds no data/atlas.json{at}", _PACK_ONE)
    if len(homes) > 1 and len(homes[1].parts) <= max(len(homes[0].parts), _NEAR):
        what = f"holds more than one data/atlas.json: {homes[0]} and {homes[1]}"
        raise _refused("", what, _PACK_ONE)
    return homes[0].parents[1]


def _refuse_alike(names: Iterable[str]) -> None:
    """Refuse names that are one, or that some systems take for one."""
    seen: dict[PurePosixPath, str] = {}
    for name in names:
        path = PurePosixPath(*map(_folded, name.split("/")))
        if (other := seen.get(path)) is not None:
            raise _refused(name, f"has the name of another file: {other}", "keep one of them")
        seen[path] = name
    for path, name in seen.items():
        if other := next((seen[parent] for parent in path.parents if parent in seen), None):
            raise _refused(name, f"lies in what is a file: {other}", "keep one of them")


def _folded(part: str) -> str:
    """Return a name as the least careful of systems sees it."""
    return unicodedata.normalize("NFC", part).casefold().rstrip(" .")


def _read(archive: zipfile.ZipFile, wanted: list[_Named]) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes, and stop at the first byte too many."""
    left = MAX_TOTAL
    for name, entry in wanted:
        text = bytearray()
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                text += chunk
                left -= len(chunk)
                if len(text) > MAX_BYTES or left < 0:
                    most = MAX_BYTES if len(text) > MAX_BYTES else MAX_TOTAL
                    size = f"is larger than {most // 1_000_000} MB, alone or with the others"
                    raise _refused(name, size, "split it or simplify its geometry")
        yield name, bytes(text)


def _refused(name: str, what: str, fix: str) -> AtlasError:
    return AtlasError([Problem(name or WHOLE, "", what, fix)])
