"""Every state that visitors of a route can reach: their answers, as far as anything later reads them.

Two visits are in the same state when no condition still to come can tell them apart, so a search over
states is exact and still small. Whether a question is asked, the question itself decides, as in a visit.
"""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from screening.packing import packed
from screening.rules import PREFER_NOT, SKIPPED, Answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from screening.questionnaire import Question, Questionnaire
    from screening.rules import Clause

CAP = 500_000  # states at one question, or ways to answer it; beyond it nothing is claimed
State = tuple[tuple[str, frozenset[str]], ...]


class CapError(Exception):
    """There is more to search at a question than CAP allows; `what` says of what."""

    def __init__(self, question: str, what: str) -> None:
        super().__init__(question, what)
        self.question, self.what = question, what


class Move(NamedTuple):
    """A way to answer, for all answers that no reader can tell apart: what is kept of them, the one with the
    fewest options, and the longest."""

    kept: frozenset[str]
    shortest: frozenset[str]
    longest: frozenset[str]


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


def moves(question: Question, reads: Iterable[frozenset[str]]) -> list[Move]:
    """Return the ways to answer that readers of these sets of options can tell apart. Raises CapError."""
    sets = tuple(dict.fromkeys(reads))
    options = [*([] if question.required else [PREFER_NOT]), *(option.id for option in question.options)]
    kinds = {option: tuple(option in each for each in sets) for option in options}
    heads = {kind: option for option, kind in reversed(kinds.items())}
    alike: dict[frozenset[str], list[frozenset[str]]] = {}
    for answer in _answers(question, kinds):
        kept = frozenset(heads[kinds[option]] for option in answer if any(kinds[option]))
        alike.setdefault(kept, []).append(answer)
    return [Move(kept, min(every, key=_given), max(every, key=_size)) for kept, every in alike.items()]


def _of_route(route: str) -> list[Move]:
    return [Move(frozenset([route]), frozenset([route]), frozenset([route]))]


def _answers(question: Question, kinds: Mapping[str, tuple[bool, ...]]) -> Iterator[frozenset[str]]:
    """Yield each option that stands alone, and the kinds of the others in any number."""
    together: dict[tuple[bool, ...], list[str]] = {}
    for option, kind in kinds.items():
        if question.choose == "one" or option in question.alone:
            yield frozenset([option])
        else:
            together.setdefault(kind, []).append(option)
    if 2 ** len(together) > CAP:
        raise CapError(question.id, "ways to answer it")
    for count in range(1, len(together) + 1):
        for chosen in combinations(together.values(), count):
            yield frozenset(members[0] for members in chosen)
            yield frozenset(chain.from_iterable(chosen))


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
    shorter = min(one, other, key=lambda way: sum(map(_given, way.answers.values())))
    return Reached(
        shorter.answers,
        min(one.fewest, other.fewest),
        max(one.most, other.most),
        max(one.size, other.size),
    )


def _given(answer: frozenset[str]) -> int:
    return len(answer - SKIPPED)


def _size(answer: frozenset[str]) -> int:
    return len(packed({"": answer}))
