"""How the product grows with its content: instructions of a request, and memory, by the number of questions."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

from bench.cases import HELD, SIZES, halfway
from bench.instructions import counted
from bench.production import environment, product
from bench.requests import caller, question
from bench.resources import memory
from bench.visits import made_up
from screening.content import load
from screening.settings import ROOT

LONGEST = 120  # seconds


class Cost(NamedTuple):
    """Instructions as multiples of the bare Flask's: a look, an answer, and one walk."""

    questions: int
    answers: int
    question: float
    answer: float
    walk: float

    @property
    def rest(self) -> float:
        """What a look costs beside its walk."""
        return self.question - self.walk


def costs() -> list[Cost]:
    counts = counted("growth")
    found: dict[tuple[int, int], dict[str, float]] = {}
    for name, count in counts.items():
        if name != "hello":
            kind, questions, answers = name.split("/")
            found.setdefault((int(questions), int(answers)), {})[kind] = count / counts["hello"]
    return [Cost(*size, **kinds) for size, kinds in found.items()]


def memories() -> dict[int, float]:
    """Return the MB of a process that has served a page, by the number of questions."""
    return {count: _memory(count) for count in SIZES}


def _memory(count: int) -> float:
    command = [sys.executable, "-m", "bench.growth", str(count)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, timeout=LONGEST).stdout)


def main(count: int) -> None:
    content = made_up(load(ROOT), count)
    app = product(environment(), content)
    caller(app, question(app, halfway(content, HELD[0] - 1)))()
    print(memory(os.getpid()))


if __name__ == "__main__":
    main(int(sys.argv[1]))
