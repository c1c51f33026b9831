"""Many thousand visits: the memory that the application takes stays what it was."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from production import clean

PROCESSES, VISITS = 2, 25_000  # as many processes as a server has workers; visits to each
GROWTH = 2_000  # kilobytes from a tenth of the visits, when all is warm, to the end
LONGEST = 600  # seconds
TESTS = Path(__file__).parent


def visited(environ):
    """Return the requests of a visit, and the kilobytes of one process after each tenth of its visits."""
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
    for requests, *tenths in measured:
        first, half, last = (tenths[tenth - 1] / 1000 for tenth in (1, 5, 10))
        tell(
            f"{VISITS:,} visits of {requests} requests to one process: {first:.1f} MB of its own after 10 %, "
            f"{half:.1f} after 50 %, {last:.1f} after 100 %"
        )
    assert all(last - first < GROWTH for _, first, *_, last in measured)
