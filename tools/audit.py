"""Judge what pip-audit found: its JSON comes in, one line and an exit code go out.

pip-audit says that all is well of packages that its data has never heard of, which is
all of them behind a mirror without that data. What wasn't audited is said to be so.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def verdict(report: str) -> tuple[str, int]:
    """Return what to say, and 1 when a package has a known vulnerability."""
    packages: list[dict[str, Any]] = json.loads(report)["dependencies"] if report.strip() else []
    audited = [package for package in packages if "vulns" in package]
    bad = [
        f"  {package['name']} {package['version']}: {fault['id']}, mended in {_versions(fault)}"
        for package in audited
        for fault in package["vulns"]
    ]
    if bad:
        return "\n".join([f"Known vulnerabilities: {len(bad)}", *bad]), 1
    if not audited:
        return "NOT AUDITED: pip-audit can't reach data on vulnerabilities from here.", 0
    left = ", ".join(package["name"] for package in packages if package not in audited)
    rest = f" NOT AUDITED, for its data has none of them: {left}." if left else ""
    return f"No known vulnerability in {len(audited)} packages.{rest}", 0


def _versions(fault: dict[str, Any]) -> str:
    return ", ".join(fault.get("fix_versions", [])) or "no version yet"


if __name__ == "__main__":
    said, code = verdict(sys.stdin.read())
    print(said)
    sys.exit(code)
