"""How the search of `python -m screening check` grows: `python bench/search.py > bench/search.md`.

Each made-up check-in has questions of four options. A question is asked only for certain
answers to the one, two … or six questions before it: so many answers are live at each.
"""

from __future__ import annotations

import platform
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.made_up import check_in  # noqa: E402 - the path comes first
from screening import proof, search  # noqa: E402
from screening.content import load  # noqa: E402
from screening.document import Document  # noqa: E402
from screening.files import documents  # noqa: E402
from screening.questionnaire import Questionnaire  # noqa: E402

CASES = [  # questions, live answers, kind of question
    *((20, live, "one") for live in (1, 2, 3, 4, 5, 6)),
    *((20, live, "many") for live in (1, 2, 3, 4, 5, 6)),
    *((count, 2, "one") for count in (10, 20, 40, 80, 160)),
]
ABOVE = """# How the search grows

Made by `python bench/search.py > bench/search.md`; do not edit it by hand. Time, the best of three, is told as a
multiple of the first row. Each condition is searched for by itself, so time grows with the square of the number of
questions, and by a constant factor with each more answer that a condition still has to read. No row comes near the
cap of the search; beyond it the check says `search-cap`, and that nothing is claimed.

| questions of 4 options | answers still read | choose | states seen | time |
|---|---|---|---|---|"""


def searched(document: Document, questionnaires: dict[str, Questionnaire]) -> tuple[float, int]:
    """Return the seconds that a whole search takes, and the states it has seen."""
    seen = 0

    def counting(states: search.States, *more: Any) -> search.States:
        nonlocal seen
        after = original(states, *more)
        seen += len(after)
        return after

    original, search._after = search._after, counting  # noqa: SLF001 - to count
    began = time.perf_counter()
    proof.problems(document, questionnaires)
    search._after = original  # noqa: SLF001
    return time.perf_counter() - began, seen


def row(document: Document, questionnaires: dict[str, Questionnaire]) -> tuple[float, int]:
    return min(searched(document, questionnaires) for _ in range(3))


def main() -> None:
    print(ABOVE)
    unit = 0.0
    for count, live, choose in CASES:
        document = Document("questions.yaml", check_in(count, live, choose), {})
        seconds, seen = row(document, {"me": Questionnaire.model_validate(document.data)})
        unit = unit or seconds
        print(f"| {count} | {live} | {choose} | {seen:,} | {seconds / unit:.0f} |")
    document, questionnaires = documents(ROOT)["questions.yaml"], dict(load(ROOT).questionnaires)
    seconds, seen = row(document, questionnaires)
    print(f"| the content that ships, both routes | | | {seen:,} | {seconds / unit:.0f} |")
    print(
        f"\nThe first row took {unit:.2f} s on {platform.machine()} with Python {platform.python_version()}."
    )


if __name__ == "__main__":
    main()
