"""What a check-in is made of, as one route has it, in frozen records.

Everything here is made once from `questions.yaml` and never changes. An answer is always a set of
option ids, whether a question takes one or many: one shape for rules, storage, tampering and tests.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from screening.guidance import Action, Notes, Notice
from screening.prose import Words
from screening.rules import SKIPPED, Answers, Condition, FactId, Flag, Id, OpenCondition, Record, holds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Option(Record):
    id: Id
    label: Words
    hint: Words | None = None
    opens: tuple[Id, ...] = Field((), description="The sections that this answer brings.")
    notices: tuple[Id, ...] = Field((), description="The notices that this answer raises.")
    alone: Flag = Field(False, description="Whether it cannot go with other options.")


class Question(Record):
    id: Id
    choose: Literal["one", "many"]
    required: Flag = False
    ask: Words
    short: Words = Field(description="What the question is about, for lists of answers.")
    hint: Words | None = Field(None, description="A line between the question and its options.")
    below: Words | None = Field(None, description="A line below the options.")
    why: Words | None = Field(None, description="Why we ask.")
    facts: tuple[FactId, ...] = ()
    signs: tuple[str, ...] = Field(
        (), description="The warning signs that the question carries, word for word."
    )
    options: tuple[Option, ...] = Field(min_length=1)
    show_if: OpenCondition = Field((), description="Asked only where this holds.")
    unless: Condition = Field((), description="Left out where this holds.")

    @cached_property
    def ids(self) -> frozenset[str]:
        """The option ids an answer may hold."""
        return frozenset(option.id for option in self.options) | (frozenset() if self.required else SKIPPED)

    @cached_property
    def alone(self) -> frozenset[str]:
        """The option ids that cannot go with others."""
        return SKIPPED | frozenset(option.id for option in self.options if option.alone)

    @cached_property
    def openers(self) -> Mapping[str, tuple[Option, ...]]:
        """The options that bring each section, by section."""
        named = dict.fromkeys(name for option in self.options for name in option.opens)
        return {name: tuple(each for each in self.options if name in each.opens) for name in named}

    def asked(self, answers: Answers) -> bool:
        return (not self.show_if or holds(self.show_if, answers)) and not holds(self.unless, answers)

    def clashes(self, chosen: Collection[str]) -> bool:
        """Say whether these options cannot stand in one answer."""
        return len(chosen) > 1 and (self.choose == "one" or not self.alone.isdisjoint(chosen))

    def fitting(self, chosen: Collection[str]) -> frozenset[str]:
        """Return what of a stored answer this question can still hold: nothing if it holds no sense."""
        kept = self.ids.intersection(chosen)
        return frozenset() if len(kept) > 1 and self.clashes(kept) else kept

    def raises(self, answer: Collection[str]) -> frozenset[str]:
        """Return the ids of the notices that the options of an answer raise."""
        return frozenset(name for option in self.chosen(answer) for name in option.notices)

    def chosen(self, answer: Collection[str]) -> tuple[Option, ...]:
        """Return the options of an answer in the order of the question."""
        return tuple(option for option in self.options if option.id in answer)


class Questionnaire(Record):
    title: Words
    routes: tuple[Id, ...] = Field(
        description="Who it can be about: each is an option of the first question."
    )
    finish_after: Id = Field(description="The question from which on a visitor may finish.")
    sections: tuple[Id, ...] = Field(min_length=1, description="The files of education/*.md, in their order.")
    questions: tuple[Question, ...] = Field(min_length=1)
    notices: tuple[Notice, ...]
    today: tuple[Action, ...]
    notes: Notes

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def questions_that_raise(self) -> frozenset[str]:
        own = {each.id for each in self.questions if any(option.notices for option in each.options)}
        return frozenset(own.union(*(clause for notice in self.notices for clause in notice.show_if)))


def route_of(questionnaires: Mapping[str, Questionnaire], answers: Answers) -> str:
    """Return the route that the first question's answer chooses; the first route until it is answered."""
    routes = tuple(questionnaires)
    first = questionnaires[routes[0]].questions[0]
    return next(iter(first.fitting(answers.get(first.id, ()))), routes[0])
