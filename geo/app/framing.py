"""Which sites may show the app in a frame: its own, and those that its operator names.

The environment variable ATLAS_EMBED_IN has their origins, separated by blanks. Without it the
app stands in no other site's frame, so that nobody can lay something over it and borrow its
reader's clicks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

VARIABLE = "ATLAS_EMBED_IN"
# A scheme, a host, perhaps a port: no path, no wildcard, nothing that could end the policy.
_HOST = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
_ORIGIN = re.compile(
    rf"https://{_HOST}(?::\d{{1,5}})?|http://(?:localhost|127\.0\.0\.1)(?::\d{{1,5}})?"
)


def named_sites() -> tuple[str, ...]:
    """Return the origins that the environment names, in lower case."""
    return tuple(os.environ.get(VARIABLE, "").lower().split())


def why_no_site(site: str) -> str:
    """Return why a name is no origin of a site; "" when it is one."""
    if _ORIGIN.fullmatch(site):
        return ""
    return f"{VARIABLE}: {site!a} is not of the form https://host or https://host:port"


def ancestors(sites: Sequence[str]) -> str:
    """Return the directive that lets these sites, and the app's own, have it in a frame."""
    return " ".join(("frame-ancestors 'self'", *sites))
