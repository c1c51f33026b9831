"""How fast the pages are, and what the servers take: the tables of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import goals, peers
from bench.servers import PRODUCTION
from bench.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.figures import Figures
    from bench.load import Speed
    from bench.tables import Row

NAMES = {
    "hello": "bare Flask",
    "question": "a question, with 10 answers given",
    "answer": "an answer (POST) and its redirect",
    "results": "results with everything matched",
    "topic": "a topic that all may read",
    "start": "the start page",
}


def instructions(figures: Figures) -> Iterator[str]:
    yield "## Instructions of a request\n"
    yield "In process, with HTTPS on and every header, the cookie sealed. `make gate` ends with an error above what it allows.\n"
    allowed = {goal.key: goal.floor for goal in goals.GATE}
    rows = (
        (NAMES[name], f"{multiple:.2f} ×", allowed.get(name, "")) for name, multiple in figures.gate.items()
    )
    yield from table(("request", "of hello", "the gate allows"), rows)


def speed(figures: Figures) -> Iterator[str]:
    yield "## Requests per second\n"
    yield (
        f"{PRODUCTION}, one worker of four threads on one core; wrk `-t1 -c16` on the other; "
        f"medians of {figures.rounds} rounds of {figures.seconds} s, every other in reverse.\n"
    )
    yield from table(("request", "requests/s", "of hello", "p50, ms", "p99, ms"), _speeds(figures.speeds))


def _speeds(pages: Mapping[str, Speed]) -> Iterator[Row]:
    for page, seen in pages.items():
        yield NAMES[page], seen.rate, f"{seen.of_hello:.2f}", seen.p50, seen.p99


def servers(figures: Figures) -> Iterator[str]:
    yield "## Servers\n"
    yield (
        f"The same pages, each server in turn, medians of {figures.rounds_of_all} rounds: requests/s (p99 in ms). The fastest serves a question page "
        f"{_spread([by['question'].rate for by in figures.servers.values()]):.2f} × as fast as the slowest, so what a server withstands "
        "decides: gunicorn gthread behind nginx in production, waitress where there is one command and no nginx.\n"
    )
    pages = list(figures.speeds)
    yield from table(
        ("server", *(NAMES[page] for page in pages)),
        (
            (name, *(f"{by[page].rate:,.0f} ({by[page].p99:.0f})" for page in pages))
            for name, by in figures.servers.items()
        ),
    )
    yield "\nGood clients served while others send slowly (measured once, on 2026-11-22, with a prototype):\n"
    yield from table(("", "served", "slow connections"), peers.SLOW_CLIENTS)


def resources(figures: Figures) -> Iterator[str]:
    yield "## Start and memory\n"
    yield f"{PRODUCTION}, master and one worker after every page above was asked for under load; memory is PSS.\n"
    rows = (
        (NAMES.get(name, "the product"), f"{run.start:.2f}", f"{run.memory:.1f}")
        for name, run in figures.taken.items()
    )
    yield from table(("", "seconds until the first answer", "memory, MB"), rows)


def _spread(rates: Sequence[float]) -> float:
    return max(rates) / min(rates)
