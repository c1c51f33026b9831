"""What a server takes: the time until its first answer, and memory, against the same server with the bare Flask."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.load import wrk
from bench.production import environment, product
from bench.requests import HELLO, pages
from bench.servers import PRODUCTION, Server, serving
from screening.content import load
from screening.settings import ROOT

PSS = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)
WARM_SECONDS = 1


class Taken(NamedTuple):
    """Seconds until the first answer, and MB of master and worker after a second of load."""

    start: float
    memory: float


def taken(times: int) -> dict[str, Taken]:
    """Return what the product and the bare Flask take: medians of some starts in turn."""
    environ = environment()
    seen: dict[str, list[Taken]] = {"hello": [], "product": []}
    for _ in range(times):
        for application, runs in seen.items():
            with serving(PRODUCTION, application, environ) as server:
                used(server, application, environ)
                runs.append(Taken(server.start, memory(server.process)))
    return {
        name: Taken(median(run.start for run in runs), median(run.memory for run in runs))
        for name, runs in seen.items()
    }


def used(server: Server, application: str, environ: dict[str, str]) -> None:
    """Let every page that is measured be asked for, so that what is kept is there."""
    content = load(ROOT)
    requests = [HELLO] if application == "hello" else pages(product(environ, content), content).values()
    for request in requests:
        wrk(server.port, request, WARM_SECONDS)


def memory(process: int) -> float:
    """Return the MB of a process and its children; what they share is counted once."""
    folder = Path("/proc") / str(process)
    own = int(PSS.search((folder / "smaps_rollup").read_text())[1]) / 1024
    children = (folder / "task" / str(process) / "children").read_text().split()
    return own + sum(memory(int(child)) for child in children)
