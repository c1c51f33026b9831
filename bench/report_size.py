"""What grows with questions and answers, and what goes over the wire: the tables of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.cases import SIZES
from bench.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.figures import Figures
    from bench.growth import Cost
    from bench.tables import Row
    from bench.wire import Step


def walks(figures: Figures) -> Iterator[str]:
    yield "## The walk\n"
    yield "The whole journey worked out afresh, as each request does once or twice; made-up check-ins, best of many.\n"
    every = [*figures.by_questions, *figures.by_answers]
    yield from table(
        ("questions", "answers", "ms", "µs a question"),
        (
            (each.questions, each.answers, each.milliseconds, each.milliseconds * 1000 / each.questions)
            for each in every
        ),
    )
    yield f"\nA straight line of {figures.line.slope * 1000:.2f} µs a question explains {figures.line.fit:.1%} of it."
    ours = (f"{each.questions} questions in {each.milliseconds:.3f} ms" for each in figures.shipped)
    yield f"The content that ships, everything answered: {', '.join(ours)}."


def wire(figures: Figures) -> Iterator[str]:
    yield "## Bytes on the wire\n"
    yield (
        "HTTP/1.1 without TLS, headers counted, static files once and compressed; a visit that gives every answer that can go "
        "with others, safety stops included, without script.\n"
    )
    for route, steps in figures.visits.items():
        yield from table(
            (f"`{route}`", "times", "requests", "bytes sent", "bytes received", "largest received"),
            _steps(steps),
        )
        yield ""


def _steps(steps: Sequence[Step]) -> Iterator[Row]:
    for name in dict.fromkeys(step.name for step in steps):
        yield _sum(name, [step for step in steps if step.name == name])
    yield _sum("**the whole visit**", steps)


def _sum(name: str, steps: Sequence[Step]) -> Row:
    sums = (
        sum(step.requests for step in steps),
        sum(step.up for step in steps),
        sum(step.down for step in steps),
    )
    return name, len(steps), *(f"{each:,}" for each in sums), f"{max(step.down for step in steps):,}"


def growth(figures: Figures) -> Iterator[str]:
    yield "## Growth\n"
    yield "Made-up check-ins; instructions as multiples of hello."
    if figures.costs:
        yield _beside_the_walk(figures.costs[: len(SIZES)])
    yield ""
    head = (
        "questions",
        "answers",
        "question",
        "of which the walk",
        "beside the walk",
        "answer",
        "memory, MB",
    )
    yield from table(
        head,
        (
            (
                str(cost.questions),
                str(cost.answers),
                *(f"{each:.2f}" for each in (cost.question, cost.walk, cost.rest, cost.answer)),
                f"{figures.memories[cost.questions]:.1f}",
            )
            for cost in figures.costs
        ),
    )


def _beside_the_walk(costs: Sequence[Cost]) -> str:
    """Say how what a look takes beside its walk depends on the number of questions."""
    least, most = costs[0], costs[-1]
    return (
        f"From {least.questions} to {most.questions} questions ({most.questions / least.questions:.0f} ×), what a look takes beside "
        f"its walk grows {most.rest / least.rest:.2f} ×: a little for each question on the path, in the lists made from it."
    )
