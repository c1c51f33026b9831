"""Many thousand visits: the memory that the application takes stays what it was."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from brief import REQUESTS
from production import clean

PROCESSES, VISITS = 2, 25_000  # as many processes as a server has workers; visits to each
GROWTH = 2_000  # kilobytes from a tenth of the visits, when all is warm, to the end
LONGEST = 600  # seconds
TESTS = Path(__file__).parent


def visited(environ):
    """Return the kilobytes of one process after each tenth of its visits."""
    told = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, str(TESTS / "brief.py"), str(VISITS)],
        env=clean(environ | {"PYTHONPATH": f"{TESTS}:{TESTS.parent.parent}"}),
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return [int(line) for line in told.stdout.split()]


def test_memory_stays_flat_over_fifty_thousand_visits(settings, tell):
    with ThreadPoolExecutor(PROCESSES) as pool:
        measured = list(pool.map(visited, [settings] * PROCESSES))
    for tenths in measured:
        tell(
            f"{VISITS:,} visits of {REQUESTS} requests to one process: {tenths[0] / 1000:.1f} MB of its own "
            f"after 10 %, {tenths[4] / 1000:.1f} after 50 %, {tenths[9] / 1000:.1f} after 100 %"
        )
    assert all(tenths[-1] - tenths[0] < GROWTH for tenths in measured)
