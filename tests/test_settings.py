"""What Streamlit is told, where a promise of docs/security.md rests on nothing else."""

from __future__ import annotations

import tomllib

import pytest

from geo.atlas.atlas import HOME

SETTINGS = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("client", "showErrorDetails", "none"),
        ("client", "showErrorLinks", False),
        ("browser", "gatherUsageStats", False),
        ("server", "showEmailPrompt", False),
        ("server", "address", "127.0.0.1"),
    ],
)
def test_it_tells_nobody_anything(section: str, name: str, value: object) -> None:
    assert SETTINGS[section][name] == value


def test_nothing_turns_off_what_streamlit_guards_by_itself() -> None:
    guards = {"enableCORS", "enableXsrfProtection"}
    assert not guards & set(SETTINGS["server"])
