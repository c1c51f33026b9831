"""Writes docs/performance.md: figures in tables, each beside what it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import goals, peers
from bench.report_size import growth, walks, wire
from bench.report_speed import instructions, resources, servers, speed
from bench.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.figures import Figures

TOP = """# Performance

Made by `make bench`; do not edit it by hand. Only ratios within one run mean anything: “of hello” is against a bare Flask with
one constant route, on the same server, in the same round. Instructions are counted by callgrind and repeat to within half
a percent; times do not, so each is a median, or the best of many."""


def written(figures: Figures) -> str:
    """Return the whole document."""
    parts = (part for make in PARTS for part in ("", *make(figures)))
    return "\n".join([TOP, *parts, ""])


def the_machine(figures: Figures) -> Iterator[str]:
    yield from table(("what", "as measured"), figures.machine)


def the_goals(figures: Figures) -> Iterator[str]:
    yield "## Goals\n"
    yield from table(("goal", "floor", "stretch", "measured", ""), goals.table(figures.values))


def others(_: Figures) -> Iterator[str]:
    yield f"## Beside others\n\n{peers.CONDITIONS}\n"
    yield from table(peers.HEAD, peers.ROWS)


PARTS = (the_machine, the_goals, instructions, speed, servers, resources, walks, wire, growth, others)
