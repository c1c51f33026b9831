"""Measures everything and writes docs/performance.md: `make bench`; `QUICK=1` tries it out, and prints."""

from __future__ import annotations

import os
from pathlib import Path

from bench import gate, growth, load, machine, report, resources, walks, wire
from bench.figures import Figures
from bench.production import environment
from bench.servers import COMMANDS, PRODUCTION, serving
from screening.content import load as content_of
from screening.settings import ROOT

PAPER = ROOT / "docs" / "performance.md"


def main() -> None:
    quick = bool(os.environ.get("QUICK"))
    text = report.written(measured(quick=quick))
    if quick:
        print(text)
        return
    Path(PAPER).write_text(text, encoding="utf-8")
    print(f"Written: {PAPER.relative_to(ROOT)}")


def measured(*, quick: bool) -> Figures:
    """Return all figures; a quick run tries one server once, and counts no instructions."""
    rounds, rounds_of_all, seconds = (1, 1, 1) if quick else (20, 3, 2)
    visits, hosts = wired()
    by_questions = walks.by_questions()
    return Figures(
        rounds=rounds,
        rounds_of_all=rounds_of_all,
        seconds=seconds,
        visits=visits,
        hosts=hosts,
        by_questions=by_questions,
        by_answers=walks.by_answers(),
        shipped=walks.shipped(),
        line=walks.line(by_questions),
        speeds=load.speeds([PRODUCTION], rounds, seconds)[PRODUCTION],
        servers=load.speeds([PRODUCTION] if quick else list(COMMANDS), rounds_of_all, seconds),
        taken=resources.taken(1 if quick else 3),
        gate={} if quick else gate.multiples(),
        costs=[] if quick else growth.costs(),
        memories={} if quick else growth.memories(),
        machine=machine.described(),
    )


def wired() -> tuple[dict[str, list[wire.Step]], set[str]]:
    """Return a visit on each route, and all other hosts met."""
    visits, hosts = {}, set()
    with serving(PRODUCTION, "product", environment()) as server:
        for route in content_of(ROOT).questionnaires:
            visits[route], met = wire.visit(server.port, route)
            hosts |= met
    return visits, hosts


if __name__ == "__main__":
    main()
