"""What the times depend on: the machine, the browser, the packages."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

from playwright.sync_api import Browser

# Prints the megabytes that a process of Linux held at most since it was started. `ru_maxrss`
# would count its parent's, too: it outlives exec.
PEAK = """
from pathlib import Path
print(int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024)
"""
_PACKAGES = ("streamlit", "folium", "streamlit-folium", "geopandas", "pydeck", "playwright")


def facts(browser: Browser, load: float) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"{system(load)[:-1]}, headless Chromium {browser.version}; {packages}."


def system(load: float) -> str:
    return (
        f"{os.cpu_count()} CPUs, of which {load:.1f} busy before the start; "
        f"{platform.system()}, Python {platform.python_version()}."
    )


def load() -> float:
    """How many processes wanted a CPU over the last minute."""
    return os.getloadavg()[0]
