"""What the routes ask and say, side by side, for whoever must read it all."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from screening.rules import holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from screening.guidance import Action
    from screening.questionnaire import Question, Questionnaire
    from screening.rules import Answers

Shown = TypeVar("Shown")
Ruled = TypeVar("Ruled", "Question", "Action")
Row = dict[str, Shown | None]  # route -> what stands there; None where it never asks or says that


def asked(questionnaires: Mapping[str, Questionnaire]) -> Mapping[str, tuple[Question, ...]]:
    """Return every question that each route asks of anybody."""
    return {
        route: tuple(filter(None, _coming(made, route, made.questions)))
        for route, made in questionnaires.items()
    }


def rows(questionnaires: Mapping[str, Questionnaire]) -> Mapping[str, list[Row[object]]]:
    """Return the questions, notices, actions and notes of all routes, in rows and in their order."""
    made = questionnaires.items()
    return {
        "questions": _rows({route: _coming(each, route, each.questions) for route, each in made}),
        "notices": _rows({route: each.notices for route, each in made}),
        "actions": _rows({route: _coming(each, route, each.today) for route, each in made}),
        "notes": _rows({route: [each.notes] for route, each in made}),
    }


def _rows(columns: Mapping[str, Sequence[Shown | None]]) -> list[Row[Shown]]:
    return [dict(zip(columns, row, strict=True)) for row in zip_longest(*columns.values())]


def _coming(questionnaire: Questionnaire, route: str, every: Sequence[Ruled]) -> list[Ruled | None]:
    """Return questions or actions in order; None for one that no answers of this route can bring."""
    sure = {questionnaire.questions[0].id: frozenset({route})}
    answers = dict(sure)  # all that may be given to what is asked
    for question in questionnaire.questions[1:]:
        if _may_come(question, sure, answers):
            answers[question.id] = question.ids
    return [each if _may_come(each, sure, answers) else None for each in every]


def _may_come(each: Question | Action, sure: Answers, answers: Answers) -> bool:
    return not holds(each.unless, sure) and (not each.show_if or holds(each.show_if, answers))
