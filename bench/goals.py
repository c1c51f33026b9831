"""The goals, and whether what was measured meets them."""

from __future__ import annotations

from typing import NamedTuple


class Goal(NamedTuple):
    """`floor` must be met, `stretch` would be fine; `least` says that more is better."""

    key: str
    words: str
    floor: float
    stretch: float | None = None
    least: bool = False
    unit: str = ""
    reason: str = ""  # the paper that says why it is not met

    def met(self, value: float) -> str:
        """Say how far a goal is met."""
        if self.stretch is not None and self._within(value, self.stretch):
            return "stretch met"
        if self._within(value, self.floor):
            return "met"
        return f"**not met** ([why]({self.reason}))" if self.reason else "**not met**"

    def _within(self, value: float, bound: float) -> bool:
        return value >= bound if self.least else value <= bound

    def shown(self, bound: float | None) -> str:
        return "" if bound is None else f"{'≥' if self.least else '≤'} {number(bound)}{self.unit}"


def number(value: float) -> str:
    """Return a figure with no more digits than it is worth."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"  # noqa: PLR2004


# By callgrind, as multiples of the bare Flask. The floors of the first two were set before anything was built; the
# others are what was measured when the pages were made fast, with a tenth to spare, to catch a step backwards.
GATE = (
    Goal("question", "instructions, question page", 7.0, 5.0, unit=" ×"),
    Goal("answer", "instructions, answer and redirect", 8.5, 6.5, unit=" ×"),
    Goal("results", "instructions, results with everything matched", 18.5, unit=" ×"),
    Goal("topic", "instructions, a topic that all may read", 3.3, unit=" ×"),
    Goal("start", "instructions, the start page", 4.3, unit=" ×"),
)
OTHERS = (
    Goal("rate question", "question page, requests/s of hello", 0.38, 0.50, least=True),
    Goal("rate answer", "answer and redirect, requests/s of hello", 0.32, 0.42, least=True),
    Goal("rate topic", "a public page, requests/s of hello", 0.60, 0.75, least=True),
    Goal("rate results", "results with everything matched, requests/s of hello", 0.20, 0.35, least=True),
    Goal("question by answers", "question page at 60 answers / at 10", 1.15, 1.05),
    Goal("answer by answers", "answer and redirect at 60 answers / at 10", 1.25, 1.05),
    Goal("walk", "the walk at 20 questions", 0.05, unit=" ms"),
    Goal("steady", "the walk, time a question at 1,000 questions / at 20", 1.5),
    Goal("first bytes", "first visit, everything, bytes received", 14_000, 10_000),
    Goal("first requests", "first visit, requests", 4, 3),
    Goal("next bytes", "next question, warm, bytes received (the largest that sets no cookie)", 8_000, 5_000),
    Goal("next requests", "next question, warm, requests", 1),
    Goal("hosts", "requests to other hosts", 0),
    Goal(
        "memory",
        "memory of the server / with the bare Flask",
        1.6,
        1.2,
        unit=" ×",
        reason="decisions/0017-memory.md",
    ),
    Goal(
        "runner", "question page, of hello, against eq-questionnaire-runner’s", 25, 35, least=True, unit=" ×"
    ),
)


def table(values: dict[str, float]) -> list[tuple[str, ...]]:
    """Return a row for each goal; what was not measured says so."""
    return [
        (
            goal.words,
            goal.shown(goal.floor),
            goal.shown(goal.stretch),
            f"{number(values[goal.key])}{goal.unit}" if goal.key in values else "–",
            goal.met(values[goal.key]) if goal.key in values else "not measured in this run",
        )
        for goal in (*GATE, *OTHERS)
    ]


def above(multiples: dict[str, float]) -> list[Goal]:
    """Return the goals of the gate whose floor is not kept."""
    return [goal for goal in GATE if multiples[goal.key] > goal.floor]
