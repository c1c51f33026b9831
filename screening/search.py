"""Every state that visitors of a route can reach: their answers, as far as anything later reads them.

Two visits are in the same state when no condition still to come can tell them apart, so a search over
states is exact and still small. Whether a question is asked, the question itself decides, as in a visit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screening.moves import CAP, CapError, Move, given, moves
from screening.packing import packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screening.questionnaire import Question, Questionnaire
    from screening.rules import Answers, Clause

State = tuple[tuple[str, frozenset[str]], ...]


class Reached(NamedTuple):
    """The shortest visit into a state; the fewest and the most questions, and the most characters, of any."""

    answers: Answers
    fewest: int
    most: int
    size: int


States = dict[State, Reached]


def levels(questionnaire: Questionnaire, route: str, reads: Sequence[Clause], end: int) -> Iterator[States]:
    """Yield the states in which each question is met, from the first to the one at place `end`.

    `end` may be one past the last question. `reads` are the clauses that are read there. Raises CapError.
    """
    questions = questionnaire.questions
    states: States = {(): Reached({}, 0, 0, 0)}
    for place, question in enumerate(questions[:end]):
        yield states
        later = [clause for other in questions[place + 1 : end] for clause in clauses(other)] + [*reads]
        ways = moves(question, [clause[question.id] for clause in later if question.id in clause])
        ways = ways if place else _of_route(route)
        states = _after(states, question, ways, {name for clause in later for name in clause})
        if len(states) > CAP:
            raise CapError(question.id, "states of a visit")
    yield states


def reached(questionnaire: Questionnaire, route: str, reads: Sequence[Clause], end: int) -> States:
    """Return the states in which the question at place `end` is met, as `levels` does."""
    states: States = {}
    for states in levels(questionnaire, route, reads, end):  # noqa: B007 - the last is wanted
        pass
    return states


def clauses(question: Question) -> tuple[Clause, ...]:
    return (*question.show_if, *question.unless)


def _of_route(route: str) -> list[Move]:
    return [Move(frozenset([route]), frozenset([route]), frozenset([route]))]


def _after(states: States, question: Question, ways: Sequence[Move], read: set[str]) -> States:
    after: States = {}
    for state, so_far in states.items():
        for kept, way in _ways(state, so_far, question, ways):
            left = tuple(pair for pair in kept if pair[0] in read)
            after[left] = _either(after[left], way) if left in after else way
    return after


def _ways(
    state: State, so_far: Reached, question: Question, ways: Sequence[Move]
) -> Iterator[tuple[State, Reached]]:
    if not question.asked(dict(state)):
        yield state, so_far
        return
    for move in ways:
        answers = {**so_far.answers, question.id: move.shortest}
        size = so_far.size + len(packed({question.id: move.longest})) + bool(so_far.size)
        made = Reached(answers, so_far.fewest + 1, so_far.most + 1, size)
        yield (*state, (question.id, move.kept)), made


def _either(one: Reached, other: Reached) -> Reached:
    shorter = min(one, other, key=lambda way: sum(map(given, way.answers.values())))
    return Reached(
        shorter.answers,
        min(one.fewest, other.fewest),
        max(one.most, other.most),
        max(one.size, other.size),
    )
