"""Work in another process, with limits of memory and time."""

from pathlib import Path

# Where `python -m geo` finds this package: in a checkout, and in an installed copy.
IMPORTED_FROM = Path(__file__).parents[2]
