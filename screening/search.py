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

    from screening.guidance import Action
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


def reached(questionnaire: Questionnaire, route: str, reads: Sequence[Clause], end: int) -> States:
    """Return the states in which the question at place `end` is met; one past the last is the end of a visit.

    `reads` are the clauses that are read there. Raises CapError.
    """
    states: States = {(): Reached({}, 0, 0, 0)}
    for place, question in enumerate(questionnaire.questions[:end]):
        between = questionnaire.questions[place + 1 : end]
        later = [*reads, *(clause for other in between for clause in rules_of(other))]
        possible = ways(questionnaire, route, place, later)
        if len(states) * len(possible) > CAP:  # before they are made: there may be more than fit in memory
            raise CapError(question.id, "ways to come to it and answer it")
        states = _after(states, question, possible, {name for clause in later for name in clause})
    return states


def ways(questionnaire: Questionnaire, route: str, place: int, reads: Sequence[Clause]) -> list[Move]:
    """Return the ways to answer a question that these clauses tell apart; to the first, only the route."""
    if not place:
        chosen = frozenset([route])
        return [Move(chosen, chosen, chosen)]
    question = questionnaire.questions[place]
    return moves(question, [clause[question.id] for clause in reads if question.id in clause])


def rules_of(each: Question | Action) -> tuple[Clause, ...]:
    """Return what is read to decide whether a question is asked, or an action fits."""
    return (*each.show_if, *each.unless)


def length(visit: Answers) -> int:
    """Return how many options were chosen in a visit."""
    return sum(map(given, visit.values()))


def _after(states: States, question: Question, possible: Sequence[Move], read: set[str]) -> States:
    after: States = {}
    for state, so_far in states.items():
        for kept, way in _answered(state, so_far, question, possible):
            left = tuple(pair for pair in kept if pair[0] in read)
            after[left] = _either(after[left], way) if left in after else way
    return after


def _answered(
    state: State, so_far: Reached, question: Question, possible: Sequence[Move]
) -> Iterator[tuple[State, Reached]]:
    if not question.asked(dict(state)):
        yield state, so_far
        return
    for move in possible:
        answers = {**so_far.answers, question.id: move.shortest}
        size = so_far.size + len(packed({question.id: move.longest})) + bool(so_far.size)
        made = Reached(answers, so_far.fewest + 1, so_far.most + 1, size)
        yield (*state, (question.id, move.kept)), made


def _either(one: Reached, other: Reached) -> Reached:
    shorter = min(one, other, key=lambda way: length(way.answers))
    return Reached(
        shorter.answers,
        min(one.fewest, other.fewest),
        max(one.most, other.most),
        max(one.size, other.size),
    )
