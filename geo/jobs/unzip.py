"""An atlas, or a draft of one, out of a ZIP file that anybody may have made.

Only harmless names come out of it, and only so many bytes.
"""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, NamedTuple, TypeAlias

from geo.atlas.errors import AtlasError, Problem

MAX_FILES = 200
MAX_BYTES = 20_000_000  # of a file: less than a folder of one's own may hold
MAX_TOTAL = 2 * MAX_BYTES
_CHUNK = 1 << 16
WHOLE = "the ZIP file"  # in the place of a file's name, where all of it is at fault
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


class Layout(NamedTuple):
    """What a ZIP is to hold: the file that marks its top folder, and what lies in there."""

    mark: tuple[str, ...]  # the parts of the file's name
    contents: tuple[str, ...]
    advice: str

    @property
    def name(self) -> str:
        """The name of the file that marks the folder."""
        return "/".join(self.mark)


ATLAS = Layout(
    ("data", "atlas.json"),
    ("seeds", "data"),
    "pack one atlas: the folders seeds/ and data/ themselves",
)
DRAFT = Layout(
    ("journal.jsonl",),
    ("article.txt", "journal.jsonl", "base"),
    "pack one draft: python -m geo pack",
)


def unpack(packed: IO[bytes], folder: Path, layout: Layout = ATLAS) -> None:
    """Write an atlas' files of a ZIP into an empty folder; what else it holds is left out.

    Another layout says which other files. They may lie in a folder of the ZIP; a backslash in a
    name is a slash, as older tools of Windows mean it. Raises AtlasError, and has written nothing,
    when it is no ZIP, is encrypted, holds a link, a name that leads elsewhere or that some
    system takes for another's, or is too large once unpacked, which is counted and not
    believed.
    """
    try:
        with zipfile.ZipFile(packed) as archive:
            wanted = _wanted(archive, layout)
            texts = list(_read(archive, wanted))
    except AtlasError:
        raise
    except Exception as error:  # zipfile raises whatever a damaged one makes it stumble over
        raise _refused("", f"is no ZIP file that can be read ({error})", "pack it anew") from None
    for name, text in texts:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)


def _wanted(archive: zipfile.ZipFile, layout: Layout) -> list[_Named]:
    """Return the files of a layout with their names in its folder."""
    entries = [
        (name, entry)
        for entry in archive.infolist()
        if not (name := entry.filename.replace("\\", "/")).endswith("/")
    ]
    if len(entries) > MAX_FILES:
        raise _refused("", f"holds more than {MAX_FILES} files", layout.advice)
    if astray := next((name for name, _ in entries if _leads_out(name)), None):
        raise _refused(astray, "has a name that leads out of its folder", "rename it")
    paths = [PurePosixPath(name) for name, _ in entries]
    top = _top(paths, layout)
    inside = [
        (str(path.relative_to(top)), name, entry)
        for path, (name, entry) in zip(paths, entries, strict=True)
        if any(path.is_relative_to(top / part) for part in layout.contents)
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


def _top(paths: list[PurePosixPath], layout: Layout) -> PurePosixPath:
    """Return the folder in the ZIP that holds the layout's mark: the one that is least deep."""
    depth = len(layout.mark)
    homes = sorted(
        {path for path in paths if path.parts[-depth:] == layout.mark},
        key=lambda path: (len(path.parts), path),
    )
    if layout is ATLAS and _is_draft(paths, homes):
        fix = "open it as a draft, and seal it: python -m geo draft, then python -m geo seal"
        raise _refused("", "holds a draft, and not yet an atlas", fix)
    if not homes:
        astray = next((path for path in paths if path.name == layout.mark[-1]), None)
        at = f"; there is one at {astray}" if astray else ""
        raise _refused("", f"holds no {layout.name}{at}", layout.advice)
    if len(homes) > 1 and len(homes[1].parts) <= max(len(homes[0].parts), depth + 1):
        what = f"holds more than one {layout.name}: {homes[0]} and {homes[1]}"
        raise _refused("", what, layout.advice)
    return homes[0].parents[depth - 1]


def _is_draft(paths: list[PurePosixPath], homes: list[PurePosixPath]) -> bool:
    """Say whether a ZIP holds a draft, with the atlas that it was opened from or without."""
    drafts = [path.parent for path in paths if path.name == DRAFT.mark[-1]]
    return bool(drafts) and (not homes or homes[0].is_relative_to(drafts[0] / "base"))


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
