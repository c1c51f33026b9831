"""A minute of as many requests as fit: every one is answered, and none waits for long."""

import re
import subprocess
from contextlib import closing

import pytest
from lines import NAME, Line
from provoking import begin
from proxy import running

SECONDS, CONNECTIONS, SLOWEST = 60, 50, 600  # milliseconds, for all but the slowest hundredth
FROM_ONE_ADDRESS = [(r"rate=20r/s", "rate=100000r/s"), (r"burst=100\b", "burst=100000")]
PAGES = ("/", "/questions/taking", "/answers", "/results", "/learn/mixing")
TURNS = """local pages, turn = {%s}, 0
request = function()
  turn = turn %% #pages + 1
  return wrk.format("GET", pages[turn])
end"""
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


@pytest.fixture
def wide(settings, tmp_path):
    """The stack without a limit for each address: the whole load comes from one."""
    with running(tmp_path, [settings, settings], changes=FROM_ONE_ADDRESS) as stack:
        yield stack


def wrk(stack, cookie, script):
    script.write_text(TURNS % ", ".join(f'"{page}"' for page in PAGES))
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-s", str(script)]
    headers = ["-H", f"Host: {NAME}", "-H", f"Cookie: {cookie}"]
    url = f"https://127.0.0.1:{stack.port}"
    return subprocess.run(  # noqa: S603 - our own words
        [*words, *headers, url], capture_output=True, text=True, timeout=2 * SECONDS, check=True
    ).stdout


@pytest.mark.needs("wrk")
def test_a_minute_of_load_is_answered_whole_and_soon(calm, wide, tmp_path, tell):
    with closing(Line(wide.connect())) as line:
        begin(line, who="me", now="none", taking="as-prescribed")
        cookie = "; ".join(f"{name}={each.value}" for name, each in line.cookies.items())
    told = wrk(wide, cookie, tmp_path / "turns.lua")
    rate, (slow, unit) = (
        re.search(r"Requests/sec: +([\d.]+)", told)[1],
        re.search(r"99% +([\d.]+)(\w+)", told).groups(),
    )
    slowest = float(slow) * UNITS[unit]
    tell(f"{rate} requests a second on {CONNECTIONS} connections, 99 of 100 within {slowest:.0f} ms")
    assert "Non-2xx" not in told
    assert "Socket errors" not in told
    calm()
    assert slowest <= SLOWEST
