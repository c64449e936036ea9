"""The page's own files, and its JavaScript modules joined into one inline module.

A page that opens from disk can't import modules from other files, so they are
joined in the order of their imports: each becomes a function that is called once
and returns what it exports. That takes modules of one plain form: imports and
exports by name, at the start of a line, and no two that import each other. Comments for
readers of the code, a third of it, are left out.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache
from importlib.resources import files

_ASSETS = files(__package__) / "assets"
_IMPORT = re.compile(
    r'^import (\{[^}]*\}) from "(\./[\w/]+|(?:\.\./)+[\w/]+)\.js";\n', re.MULTILINE
)
_BLOCK = r"/\*\*(?:(?!\*/).)*\*/"
_COMMENT = re.compile(rf"^[ \t]*{_BLOCK}[ \t]*\n|{_BLOCK} ?", re.MULTILINE | re.DOTALL)
_LINE_COMMENT = re.compile(r"(?:^| +)// [^\"'`\n]*$", re.MULTILINE)  # what has no quotation mark
_BLANK = re.compile(r"^[ \t]+|(?<=\n)\n+", re.MULTILINE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)
_EXPORT = re.compile(r"^export (?=(?:const|(?:async )?function|class) (\w+))", re.MULTILINE)


@cache
def asset(name: str) -> str:
    """Return the text of a file in `assets/`."""
    return (_ASSETS / name).read_text("utf-8")


def stylesheet(name: str) -> str:
    """Return a stylesheet of `assets/styles/`, condensed."""
    return condensed_style(asset(f"styles/{name}.css"))


def condensed_style(text: str) -> str:
    """Return a stylesheet without comments, indentation and empty lines."""
    return _BLANK.sub("", _CSS_COMMENT.sub("", text))


@cache
def leaflet(name: str) -> str:
    """Return the text of a file of Leaflet 1.9.4, as its authors distribute it."""
    return (files("js_lib_leaflet") / "static" / "js_lib_leaflet" / name).read_text("utf-8")


@cache
def bundle(entry: str = "main") -> str:
    """Return the module `entry` and all it imports as the text of one module."""
    *imported, last = _in_order(entry, {})
    return "\n".join([*map(_as_function, imported), _linked(_code(last), last)])


def _code(name: str) -> str:
    return condensed(asset(f"{name}.js"))


def condensed(code: str) -> str:
    """Return a module without comments, indentation and empty lines.

    No string in it may hold a comment, and none may go over several lines. A comment
    with a quotation mark after two slashes stays: it may be the end of a string.
    """
    return _BLANK.sub("", _LINE_COMMENT.sub("", _COMMENT.sub("", code)))


def _in_order(name: str, seen: dict[str, None]) -> dict[str, None]:
    """Depth first: a module comes after those that it imports."""
    if name not in seen:
        for _, imported in _IMPORT.findall(asset(f"{name}.js")):
            _in_order(_resolved(imported, name), seen)
        seen[name] = None
    return seen


def _resolved(imported: str, name: str) -> str:
    """Return the path, from `assets/`, of a module that `name` imports by a relative one."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), imported))


def _as_function(name: str) -> str:
    source = _code(name)
    exported = ", ".join(_EXPORT.findall(source))
    body = _EXPORT.sub("", _linked(source, name))
    return f"const {_variable(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();"


def _linked(source: str, name: str) -> str:
    """Turn each import into a look-up in what that module returned."""
    return _IMPORT.sub(
        lambda found: f"const {found[1]} = {_variable(_resolved(found[2], name))};\n", source
    )


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W+", "_", name).lstrip("_")
