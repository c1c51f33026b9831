"""One visitor's way through the check-in, worked out afresh from their answers each time.

Nothing of it is stored, and nothing else reads the stored answers. The walk is pure and total: stale,
forged or outdated answers count for nothing, and any input at all gives a valid journey.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from screening.questionnaire import Question, route_of
from screening.rules import SKIPPED, holds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screening.guidance import Notice
    from screening.questionnaire import Option, Questionnaire
    from screening.rules import Answers


class Because(NamedTuple):
    """The part of an answer that opened a section, so that the visitor can see it and change it."""

    question: Question
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Journey:
    """The questions asked of a visitor so far, and what their answers lead to.

    `answers` holds what fits the path, `dropped` the rest of what was chosen for questions known here (if
    on the path, the question itself has changed), `elsewhere` what only another version asked.
    """

    questionnaire: Questionnaire
    route: str
    path: tuple[Question, ...]
    open: tuple[Question, ...]  # what of the path has no answer, in order
    answers: Answers
    known: Answers  # as rules read it: each question on the path, with SKIPPED where it has no answer
    dropped: Answers
    elsewhere: Answers

    @cached_property
    def answered(self) -> tuple[Question, ...]:
        return tuple(question for question in self.path if question.id in self.answers)

    @property
    def next(self) -> Question | None:
        return self.open[0] if self.open else None

    @property
    def may_finish(self) -> bool:
        """Whether the visitor has met what everybody must, and may see results when they like."""
        return self.questionnaire.finish_after in self.answers

    def reaches(self, question: Question) -> bool:
        """You may see what you answered, and the next one."""
        return question.id in self.answers or (self.next is not None and question.id == self.next.id)

    def place(self, question: Question) -> int:
        """Return where a question stands on the path, from 0."""
        return [*self.known].index(question.id)

    def before(self, question: Question) -> Question | None:
        place = self.place(question)
        return self.path[place - 1] if place else None

    @cached_property
    def raised(self) -> Mapping[str, tuple[Notice, ...]]:
        """The notices that each answered question raises, by question, in order of urgency."""
        every, met, known = self.questionnaire.notices, set[str](), dict[str, frozenset[str]]()
        raised: dict[str, tuple[Notice, ...]] = {question.id: () for question in self.answered}
        for question in self.answered:
            known[question.id] = self.answers[question.id]
            if question.id in self.questionnaire.questions_that_raise:
                named = question.raises(known[question.id])
                named |= {notice.id for notice in every if holds(notice.show_if, known)} - met
                met |= named
                raised[question.id] = tuple(notice for notice in every if notice.id in named)
        return raised

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Every active notice, the most urgent first."""
        active = {notice.id for notices in self.raised.values() for notice in notices}
        return tuple(notice for notice in self.questionnaire.notices if notice.id in active)

    def raised_first_by(self, question: Question) -> tuple[Notice, ...]:
        """Return the notices that no question earlier on the path raises."""
        earlier = self.path[: self.place(question)]
        known = {notice.id for other in earlier for notice in self.raised.get(other.id, ())}
        return tuple(notice for notice in self.raised.get(question.id, ()) if notice.id not in known)

    def stops_at(self, question: Question) -> tuple[Notice, ...]:
        """Return the notices that interrupt the visit when this question is answered."""
        always = {notice.id for notice in self.raised.get(question.id, ()) if notice.stops == "always"}
        first = {notice.id for notice in self.raised_first_by(question) if notice.stops == "first"}
        return tuple(notice for notice in self.notices if notice.id in always | first)

    @property
    def latest(self) -> Question | None:
        """The question answered just before the one that is open, or the last one."""
        return self.before(self.next) if self.next else self.path[-1]

    @cached_property
    def sections(self) -> Mapping[str, tuple[Because, ...]]:
        """The education sections that answers opened, in their order, each with the answers that did."""
        found: dict[str, list[Because]] = {name: [] for name in self.questionnaire.sections}
        for question in self.answered:
            answer = self.answers[question.id]
            for name, openers in question.openers.items():
                if options := tuple(option for option in openers if option.id in answer):
                    found[name].append(Because(question, options))
        return {name: tuple(because) for name, because in found.items() if because}


def walk(questionnaires: Mapping[str, Questionnaire], stored: Answers) -> Journey:
    """Return the journey that these stored answers make. Any mapping of ids to sets of ids will do."""
    route = route_of(questionnaires, stored)
    questionnaire = questionnaires[route]
    answers, known = dict[str, frozenset[str]](), dict[str, frozenset[str]]()
    path, unanswered = list[Question](), list[Question]()
    for name, question in questionnaire.by_id.items():
        if (question.show_if or question.unless) and not question.asked(known):
            continue
        path.append(question)
        if name in stored and (fitting := question.fitting(stored[name])):
            answers[name] = known[name] = fitting
        else:
            unanswered.append(question)
            known[name] = SKIPPED
            if question.required:
                break
    fits, by_id = answers == stored, questionnaire.by_id
    gone = ((key, stored[key] - answers.get(key, SKIPPED) - SKIPPED) for key in by_id if key in stored)
    dropped = {} if fits else {name: left for name, left in gone if left}
    elsewhere = {} if fits else {key: stored[key] for key in stored if key not in by_id}
    return Journey(questionnaire, route, tuple(path), tuple(unanswered), answers, known, dropped, elsewhere)


def with_answer(journey: Journey, question: Question, answer: frozenset[str]) -> Answers:
    """Return the answers to keep once `question` has this answer: a new route starts afresh."""
    if question.id == journey.path[0].id and journey.answers.get(question.id, answer) != answer:
        return {question.id: answer}
    return {**journey.answers, **journey.elsewhere, question.id: answer}
