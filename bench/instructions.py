"""Instructions that a request takes, counted by callgrind: they repeat where time does not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST = 400  # seconds; a run takes about 60
TOTALS = re.compile(r"^totals: (\d+)$", re.MULTILINE)


def counted(kind: str) -> dict[str, float]:
    """Return the instructions of one request of each sort."""
    with TemporaryDirectory() as folder:
        command = ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={folder}/%p"]
        command += [sys.executable, "-m", "bench.counted", kind]
        environ = os.environ | {"PYTHONHASHSEED": "0"}
        made = subprocess.run(
            command, env=environ, check=True, timeout=LONGEST, stdout=subprocess.PIPE, text=True
        )
        lines = [line.split() for line in made.stdout.splitlines()]
        return per_request([(name, int(times), total(Path(folder) / pid)) for pid, name, times in lines])


def total(file: Path) -> int:
    """Return the instructions that callgrind counted in a process."""
    return int(TOTALS.search(file.read_text())[1])


def per_request(runs: list[tuple[str, int, int]]) -> dict[str, float]:
    """Return the instructions of one request from runs of few and of many: name, how many, total."""
    found: dict[str, dict[int, int]] = {}
    for name, times, count in runs:
        found.setdefault(name, {})[times] = count
    return {
        name: (counts[max(counts)] - counts[min(counts)]) / (max(counts) - min(counts))
        for name, counts in found.items()
    }
