"""The gate: instructions of each request as multiples of a bare Flask's. Ends with 1 where a floor is not kept."""

from __future__ import annotations

import sys

from bench.goals import GATE, above
from bench.instructions import counted


def multiples() -> dict[str, float]:
    counts = counted("gate")
    return {name: count / counts["hello"] for name, count in counts.items()}


def main() -> None:
    seen = multiples()
    print(f"{'instructions of a request':46}  of hello  at most")
    for goal in GATE:
        print(f"{goal.words:46}  {seen[goal.key]:8.2f}  {goal.floor:7.2f}")
    if broken := above(seen):
        sys.exit("Too slow: " + ", ".join(goal.key for goal in broken))


if __name__ == "__main__":
    main()
