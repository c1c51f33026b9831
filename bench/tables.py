"""Tables of figures, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.goals import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Row = Sequence[object]


def table(head: Row, rows: Iterable[Row]) -> Iterator[str]:
    yield "| " + " | ".join(map(str, head)) + " |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield "| " + " | ".join(cell if isinstance(cell, str) else number(cell) for cell in row) + " |"
