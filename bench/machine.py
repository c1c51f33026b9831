"""What was measured, and on what: the machine, the versions, the commit, the day."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("flask", "werkzeug", "jinja2", "wtforms", "flask-wtf", "cryptography", "gunicorn", "waitress")


def described() -> list[tuple[str, str]]:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return [
        ("day", f"{datetime.now(tz=UTC):%Y-%m-%d}"),
        ("commit", commit()),
        (
            "machine",
            f"{processor()}, {len(os.sched_getaffinity(0))} cores, {platform.system()} {platform.release()}",
        ),
        ("load of the machine at the end (1, 5, 15 minutes)", load),
        ("Python", platform.python_version()),
        ("packages", ", ".join(f"{name} {version(name)}" for name in PACKAGES)),
        ("tools", f"{said('wrk', '-v')}, {said('valgrind', '--version')}"),
    ]


def commit() -> str:
    """Return the commit, and whether what is measured differs from it."""
    changed = said("git", "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs/performance.md")
    return said("git", "rev-parse", "--short=10", "HEAD") + (" and changes not committed" if changed else "")


def said(*command: str) -> str:
    """Return the first words that a program prints."""
    made = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    return " ".join(made.stdout.split()[:2]).rstrip(",")


def processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
