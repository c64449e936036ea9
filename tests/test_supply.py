"""What is installed, to the byte, and whether something is known against it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from geo.atlas.atlas import HOME

LOCK = (HOME / "requirements.lock").read_text("utf-8")
LOCKED = [line for line in LOCK.splitlines() if line and line[0] not in " #"]
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}")


def asked() -> list[Requirement]:
    files = (HOME / "requirements-library.txt", HOME / "requirements.txt")
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    bare = (line.partition("#")[0].strip() for line in lines)
    return [Requirement(line) for line in bare if line and not line.startswith("-r ")]


def pins() -> dict[str, list[str]]:
    """Return the versions of each package: several where they differ by platform."""
    found: dict[str, list[str]] = {}
    for line in LOCKED:
        requirement = Requirement(line.removesuffix(" \\"))
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        found.setdefault(canonicalize_name(requirement.name), []).append(pin.version)
    return found


@pytest.mark.parametrize("requirement", asked(), ids=str)
def test_the_lock_holds_what_is_asked_for(requirement: Requirement) -> None:
    versions = pins()[canonicalize_name(requirement.name)]
    assert all(requirement.specifier.contains(version) for version in versions), "run: make lock"


def test_every_file_has_its_hash() -> None:
    entries = re.split(r"^(?=[^ #\n])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(LOCKED)
    assert [entry for entry in entries if not HASH.search(entry)] == []


def test_it_leaves_the_index_to_whoever_installs() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK


def audited(name: str, *faults: str) -> dict[str, Any]:
    vulns = [{"id": fault, "fix_versions": ["2.0"]} for fault in faults]
    return {"name": name, "version": "1.0", "vulns": vulns}


UNKNOWN = {"name": "there", "skip_reason": "not found"}
REPORTS = [
    ([audited("a"), audited("b")], 0, "No known vulnerability in 2 packages."),
    ([audited("a"), audited("b", "CVE-1")], 1, "b 1.0: CVE-1, mended in 2.0"),
    ([audited("a"), UNKNOWN], 0, "NOT AUDITED, for its data has none of them: there."),
    ([UNKNOWN], 0, "NOT AUDITED: pip-audit can't reach"),
    (None, 0, "NOT AUDITED: pip-audit can't reach"),
]


@pytest.mark.parametrize(("packages", "code", "words"), REPORTS)
def test_an_audit_says_what_it_knows_and_what_it_does_not(
    packages: list[dict[str, Any]] | None, code: int, words: str
) -> None:
    report = "" if packages is None else json.dumps({"dependencies": packages, "fixes": []})
    command = [sys.executable, str(HOME / "tools" / "audit.py")]
    judged = subprocess.run(command, input=report, capture_output=True, text=True)  # noqa: S603
    assert judged.returncode == code
    assert words in judged.stdout
