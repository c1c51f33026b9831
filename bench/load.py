"""Requests per second and their latency: wrk from one core on a server on the other, in rounds."""

from __future__ import annotations

import re
import subprocess
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from bench.production import HOST, environment, product
from bench.requests import HELLO, Request, pages
from bench.servers import cores, serving
from screening.content import load as content_of
from screening.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
LATENCY = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s) *$", re.MULTILINE)
BAD = re.compile(r"Non-2xx|Socket errors")
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000}
CONNECTIONS = 16


class Seen(NamedTuple):
    """What one run of wrk has seen: requests per second, and milliseconds."""

    rate: float
    p50: float
    p99: float


class Speed(NamedTuple):
    """Medians of all rounds; `of_hello` is that of the ratios within each round."""

    rate: float
    p50: float
    p99: float
    of_hello: float


def speeds(names: Sequence[str], rounds: int, seconds: int) -> dict[str, dict[str, Speed]]:
    """Return how fast each server is on each page: server -> page -> speed."""
    environ = environment()
    with ExitStack() as stack:
        ports = {
            (name, application): stack.enter_context(serving(name, application, environ)).port
            for name in names
            for application in ("hello", "product")
        }
        seen = [one_round(ports, environ, seconds, turn) for turn in range(rounds)]
    return {name: {page: speed(seen, name, page) for page in seen[0][name]} for name in names}


def one_round(
    ports: dict[tuple[str, str], int], environ: dict[str, str], seconds: int, turn: int
) -> dict[str, dict[str, Seen]]:
    """Try each page on each server for some seconds; every other round in reverse."""
    content = content_of(ROOT)
    app = product(environ, content)
    cells = [(name, page) for name, application in ports if application == "product" for page in CELLS]
    found: dict[str, dict[str, Seen]] = {}
    for name, page in reversed(cells) if turn % 2 else cells:
        port = ports[name, "hello" if page == "hello" else "product"]
        # Made anew each time: a cookie of more than a minute would be sealed anew by every look.
        request = HELLO if page == "hello" else pages(app, content)[page]
        found.setdefault(name, {})[page] = wrk(port, request, seconds)
    return found


CELLS = ("hello", "question", "answer", "results", "topic", "start")


def wrk(port: int, request: Request, seconds: int) -> Seen:
    """Send one request again and again. Ends all where an answer is not the one that was meant."""
    with TemporaryDirectory() as folder:
        command = ["taskset", "--cpu-list", cores()[1], "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
        command += ["--latency", "-H", f"Host: {HOST}", "-H", f"Cookie: {request.cookie}"]
        if request.form:
            script = Path(folder) / "form.lua"
            script.write_text(form(request))
            command += ["-s", str(script)]
        command += [f"http://127.0.0.1:{port}{request.path}"]
        text = subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=seconds + 30
        ).stdout
    return read(text)


def form(request: Request) -> str:
    """Return a script of wrk that posts a form."""
    kind = 'wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"'
    return f'wrk.method = "POST"\nwrk.body = "{request.form}"\n{kind}\n'


def read(text: str) -> Seen:
    """Return what wrk has printed."""
    if BAD.search(text):
        raise SystemExit(f"wrk met errors:\n{text}")
    at = {share: float(number) * MILLISECONDS[unit] for share, number, unit in LATENCY.findall(text)}
    return Seen(float(RATE.search(text)[1]), at["50"], at["99"])


def speed(rounds: Sequence[dict[str, dict[str, Seen]]], name: str, page: str) -> Speed:
    seen = [each[name][page] for each in rounds]
    ratios = [each[name][page].rate / each[name]["hello"].rate for each in rounds]
    rates, halves, tails = zip(*seen, strict=True)
    return Speed(median(rates), median(halves), median(tails), median(ratios))
