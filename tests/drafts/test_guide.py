"""docs/authoring.md is true: its example is sealed, its acts, columns and commands are all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from geo.atlas.atlas import HOME
from geo.checks import open_atlas
from geo.cli import COMMANDS
from geo.drafts import commands
from geo.drafts.acts import Act
from geo.drafts.locations import Location
from geo.drafts.table import COLUMNS

GUIDE = (HOME / "docs" / "authoring.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL))


def names_of(union: object, field: str) -> set[str]:
    """Return the names by which the members of a tagged union are told apart."""
    members = get_args(get_args(union)[0])
    return {get_args(member.model_fields[field].annotation)[0] for member in members}


def test_its_example_can_be_sealed(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text(BLOCKS["text"], "utf-8", newline="")
    (tmp_path / "acts.jsonl").write_text(BLOCKS["json"], "utf-8")
    commands.draft_of(tmp_path / "notice.txt", tmp_path / "draft", "en", None)
    commands.decide(tmp_path / "draft", tmp_path / "acts.jsonl", "M. Karimi", None)
    commands.seal(tmp_path / "draft", tmp_path / "atlas")
    assert list(open_atlas(tmp_path / "atlas").claims) == ["c1"]


def test_it_has_each_act_and_each_location() -> None:
    rows = re.findall(r"^\| (`.*?) \| ", GUIDE, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted([*names_of(Act, "do"), "do"])
    (locations,) = re.findall(r"^- A `location` is.*?not placed\.$", GUIDE, re.M | re.DOTALL)
    assert names_of(Location, "kind") <= set(re.findall(r"`(\w+)`", locations))


def test_it_has_each_column() -> None:
    (columns,) = re.findall(r"The columns are (.*?);", GUIDE, re.DOTALL)
    assert tuple(re.findall(r"`(\w+)`", columns)) == COLUMNS


def test_its_commands_are_there() -> None:
    called = set(re.findall(r"python -m geo (\w+)", GUIDE))
    assert called == {"draft", "propose", "decide", "seal", "pack", "new"}
    assert called <= {command.name for command in COMMANDS}
