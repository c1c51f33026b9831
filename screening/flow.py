"""The way from question to question on a route, with the answers that decide it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from screening.journey import walk
from screening.reach import told_apart
from screening.search import reached, rules_of, ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screening.questionnaire import Questionnaire
    from screening.rules import Answers

END = ""  # where another question would stand
Kept = frozenset[str]  # the options of an answer that a later question reads, which may be none


class Deciding(NamedTuple):
    """A question whose answer decides a step: the answers that take it, or all but the answers named."""

    question: str
    answers: tuple[Kept, ...]
    but: bool

    def met(self, answers: Answers) -> bool:
        return (answers.get(self.question, frozenset()) in self.answers) != self.but


class Step(NamedTuple):
    """From one question to the next, or to the end. Without `when` and `together`, every answer takes it.

    `together` are the questions whose answers decide it where no answer does so by itself: this one or that.
    """

    source: str
    target: str
    when: tuple[Deciding, ...] = ()
    together: tuple[str, ...] = ()


def steps(questionnaires: Mapping[str, Questionnaire], route: str) -> Iterator[Step]:
    """Yield every step that a visit can take, in the order of the questions. Raises CapError."""
    made = questionnaires[route]
    for place, question in enumerate(made.questions):
        taken: defaultdict[str, list[Answers]] = defaultdict(list)
        for answers, target in _taken(questionnaires, route, place):
            taken[target].append(answers)
        every = [answers for group in taken.values() for answers in group]
        for target in [name for name in (*made.by_id, END) if name in taken]:
            when = tuple(_deciding(taken[target], every))
            told = [answers for answers in every if all(each.met(answers) for each in when)]
            if len(told) == len(taken[target]):
                yield Step(question.id, target, when)
            else:
                yield Step(question.id, target, together=_read(made, question.id, target))


def _taken(
    questionnaires: Mapping[str, Questionnaire], route: str, place: int
) -> Iterator[tuple[Answers, str]]:
    """Yield the answers that later questions read, and the question that follows."""
    made = questionnaires[route]
    question = made.questions[place]
    read = [*told_apart([clause for later in made.questions[place:] for clause in rules_of(later)])]
    possible = ways(made, route, place, read)
    for state, way in reached(made, route, read, place).items():
        if not question.asked(dict(state)):
            continue
        for kept, answer, _ in possible:
            after = walk(questionnaires, {**way.answers, question.id: answer})
            yield {**dict(state), question.id: kept}, after.next.id if after.next else END


def _read(made: Questionnaire, source: str, target: str) -> tuple[str, ...]:
    """Return the questions that are read on the way from one question to the next that is asked."""
    names = [*made.by_id, END]
    between = made.questions[names.index(source) + 1 : names.index(target) + 1]
    return tuple(dict.fromkeys(name for each in between for clause in rules_of(each) for name in clause))


def _deciding(taking: list[Answers], every: list[Answers]) -> Iterator[Deciding]:
    """Yield what the answers that take a step have in common, and the others have not."""
    for name in dict.fromkeys(name for answers in every for name in answers):
        here, all_of_it = _values(taking, name), _values(every, name)
        if here == all_of_it:
            continue
        but = frozenset() in here
        named = sorted(all_of_it - here if but else here, key=sorted)
        yield Deciding(name, tuple(named), but)


def _values(group: list[Answers], name: str) -> set[Kept]:
    return {answers.get(name, frozenset()) for answers in group}
