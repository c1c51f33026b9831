"""Everything that a run has measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench import peers

if TYPE_CHECKING:
    from bench.growth import Cost
    from bench.load import Speed
    from bench.resources import Taken
    from bench.walks import Line, Walk
    from bench.wire import Step

NEAR = 20  # questions, where the walk has its goal


@dataclass(frozen=True)
class Figures:
    rounds: int  # for the production server
    rounds_of_all: int  # in which the servers are compared
    seconds: int
    by_questions: list[Walk]
    by_answers: list[Walk]
    shipped: list[Walk]
    line: Line
    speeds: dict[str, Speed]
    servers: dict[str, dict[str, Speed]]
    taken: dict[str, Taken]
    visits: dict[str, list[Step]]
    hosts: set[str]  # others that a page would have loaded something from
    machine: list[tuple[str, str]]
    gate: dict[str, float] = field(default_factory=dict)  # a quick run counts nothing
    costs: list[Cost] = field(default_factory=list)
    memories: dict[int, float] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, float]:
        """The figures that have a goal, by its key."""
        rates = {f"rate {page}": seen.of_hello for page, seen in self.speeds.items()}
        questions = [step for steps in self.visits.values() for step in steps if step.name == "question"]
        start = next(iter(self.visits.values()))[0]
        return {
            **self.gate,
            **rates,
            **self._by_answers(),
            "walk": self._a_question(NEAR) * NEAR,
            "steady": self._a_question(self.by_questions[-1].questions) / self._a_question(NEAR),
            "first bytes": start.down,
            "first requests": start.requests,
            "next bytes": max(step.down for step in questions),
            "next requests": max(step.requests for step in questions),
            "hosts": len(self.hosts),
            "memory": self.taken["product"].memory / self.taken["hello"].memory,
            "runner": rates["rate question"] / peers.RUNNER_OF_HELLO,
        }

    def _a_question(self, questions: int) -> float:
        return (
            next(each.milliseconds for each in self.by_questions if each.questions == questions) / questions
        )

    def _by_answers(self) -> dict[str, float]:
        """Return what many answers cost, against few, at the same number of questions."""
        if not self.costs:
            return {}
        few, many = self.costs[-2:]
        return {
            "question by answers": many.question / few.question,
            "answer by answers": many.answer / few.answer,
        }
