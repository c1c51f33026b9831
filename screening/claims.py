"""Claims against the content, made on one route at a time: one stands only if it holds on every route."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from screening.reach import reach
from screening.rules import SKIPPED
from screening.search import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from screening.document import Document
    from screening.problems import Problem
    from screening.questionnaire import Questionnaire
    from screening.reach import Reach
    from screening.rules import Answers


class Claim(NamedTuple):
    """Something that may be wrong at a place, and whether it is wrong on one route.

    `far` is how much its visit lacks: of several routes, the one that comes nearest is told of.
    """

    wrong: bool
    problem: Problem
    far: int = 0


@dataclass(frozen=True)
class Route:
    """One route of the check-in, with the file it is written in as this route has it."""

    id: str
    document: Document
    questionnaires: Mapping[str, Questionnaire]

    @property
    def questionnaire(self) -> Questionnaire:
        return self.questionnaires[self.id]

    @cached_property
    def met(self) -> tuple[Reach, ...]:
        """What is met at each question, as far as its conditions read it. Raises CapError."""
        made = self.questionnaire
        return tuple(reach(made, self.id, rules_of(each), place) for place, each in enumerate(made.questions))


def wrong_on_every_route(claims: Iterable[Claim]) -> list[Problem]:
    """Return the problems that are wrong on each route where they were looked for."""
    settled: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        same = (claim.problem.place, claim.problem.where, claim.problem.code)
        settled[same] = min(settled.get(same, claim), claim, key=lambda each: (each.wrong, each.far))
    return [claim.problem for claim in settled.values() if claim.wrong]


def told(visit: Answers) -> Iterator[str]:
    """Yield the answers that were given in a visit, as `taking: not-now`."""
    for question, chosen in visit.items():
        if given := chosen - SKIPPED:
            yield f"{question}: {', '.join(sorted(given))}"
