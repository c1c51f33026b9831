"""Hundreds of clients that hardly send anything: everybody else is served as if they were not there."""

import statistics
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from lines import Line, address
from production import clean
from slow import COUNT

TESTS = Path(__file__).parent
SECONDS, PAUSE = 20, 0.05
QUICK = 50  # milliseconds, in the middle


@contextmanager
def slow_visitors(stack, part):
    """Let slow visitors come, and yield a list that holds at the end how many stayed, and came again."""
    words = [sys.executable, str(TESTS / "slow.py"), str(stack.port), str(stack.authority), part]
    program = subprocess.Popen(  # noqa: S603 - our own words
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=clean({})
    )
    with program:
        assert program.stdout.readline() == "ready\n"
        counts = []
        yield counts
        program.stdin.close()
        counts += map(int, program.stdout.readline().split())


def probe(stack):
    """Open a question as somebody new does; return what came, and after how many milliseconds."""
    start = time.perf_counter()
    with closing(Line(stack.connect(address()))) as line:
        status = line.ask("/questions/who").status
    return status, 1000 * (time.perf_counter() - start)


@pytest.mark.parametrize("part", ["headers", "body"])
def test_everybody_else_is_served_among_slow_clients(calm, stack, tell, part):
    probes, end = [], time.monotonic() + SECONDS
    with slow_visitors(stack, part) as counts:
        while time.monotonic() < end:
            probes.append(probe(stack))
            time.sleep(PAUSE)
    good, middle = sum(status == 200 for status, _ in probes), statistics.median(took for _, took in probes)
    tell(
        f"{counts[0]} slow clients ({counts[1]} came again), {good} of {len(probes)} others served, "
        f"half of them within {middle:.0f} ms with the handshake"
    )
    assert good == len(probes)
    calm()
    assert middle < QUICK
    assert counts[0] >= COUNT * 0.9
