"""What visitors have answered when a condition is read, and whether it ever holds, or always."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from screening.rules import SKIPPED, Answers, holds
from screening.search import length, reached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from screening.questionnaire import Questionnaire
    from screening.rules import Clause, Condition


class Met(NamedTuple):
    """What has been answered so far, as far as it is read, and the shortest visit that leads there.

    `given` leaves out what was skipped: a condition that only skipping meets serves nobody.
    """

    all: Answers
    given: Answers
    visit: Answers


@dataclass(frozen=True)
class Reach:
    """Everything that can be met at one place of the check-in on one route, the shortest visits first."""

    met: tuple[Met, ...]

    def first(self, test: Callable[[Answers], bool]) -> Answers | None:
        """Return the shortest visit whose given answers pass a test."""
        return next((each.visit for each in self.met if test(each.given)), None)

    def ever(self, clause: Clause) -> bool:
        return self.first(lambda given: holds((clause,), given)) is not None

    def always(self, condition: Condition, given: Condition = ()) -> bool:
        """Say whether a condition always holds, or whenever another does."""
        return all(holds(condition, each.all) for each in self.met if not given or holds(given, each.all))

    def nearest(self, clause: Clause) -> tuple[Answers, list[str]]:
        """Return the shortest visit that meets most of a clause, and the questions whose part it does not."""
        missed = ((each.visit, [*_missed(clause, each.given)]) for each in self.met)
        return min(missed, key=lambda found: len(found[1]))


def reach(questionnaire: Questionnaire, route: str, reads: Sequence[Clause], end: int) -> Reach:
    """Return what is met where these clauses are read, at question number `end`. Raises CapError."""
    found = [
        Met(dict(state), {name: kept - SKIPPED for name, kept in state}, way.answers)
        for state, way in reached(questionnaire, route, [*told_apart(reads)], end).items()
    ]
    return Reach(tuple(sorted(found, key=lambda each: length(each.visit))))


def told_apart(reads: Sequence[Clause]) -> Iterator[Clause]:
    """Yield clauses that read each option by itself: what was skipped, too, is then told apart."""
    for clause in reads:
        for question, options in clause.items():
            yield from ({question: frozenset([option])} for option in sorted(options))


def _missed(clause: Clause, given: Answers) -> Iterator[str]:
    for question, options in clause.items():
        if not holds(({question: options},), given):
            yield question
