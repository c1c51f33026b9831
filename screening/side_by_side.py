"""What the routes ask and say, side by side, for whoever must read it all."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from screening.journey import walk
from screening.rules import holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from screening.questionnaire import Action, Question, Questionnaire

Shown = TypeVar("Shown")
Row = dict[str, Shown | None]  # route -> what stands there; None where it never asks or says that


def paths(questionnaires: Mapping[str, Questionnaire]) -> Mapping[str, tuple[Question, ...]]:
    """Return every question that each route asks: skipping one never hides a later one."""
    first = next(iter(questionnaires.values())).questions[0].id
    return {route: walk(questionnaires, {first: frozenset({route})}).path for route in questionnaires}


def rows(questionnaires: Mapping[str, Questionnaire]) -> Mapping[str, list[Row[object]]]:
    """Return the questions, notices, actions and notes of all routes, in rows and in their order."""
    made = questionnaires.items()
    asked = paths(questionnaires)
    return {
        "questions": _rows({route: _asked(each, asked[route]) for route, each in made}),
        "notices": _rows({route: each.notices for route, each in made}),
        "actions": _rows({route: _actions(each, route, asked[route]) for route, each in made}),
        "notes": _rows({route: [each.notes] for route, each in made}),
    }


def _rows(columns: Mapping[str, Sequence[Shown | None]]) -> list[Row[Shown]]:
    return [dict(zip(columns, row, strict=True)) for row in zip_longest(*columns.values())]


def _asked(questionnaire: Questionnaire, path: tuple[Question, ...]) -> list[Question | None]:
    asked = {question.id for question in path}
    return [question if question.id in asked else None for question in questionnaire.questions]


def _actions(questionnaire: Questionnaire, route: str, path: tuple[Question, ...]) -> list[Action | None]:
    """Return the actions in order; None for one that no answers of this route can bring."""
    start = {path[0].id: frozenset({route})}
    everything = {question.id: question.ids for question in path} | start

    def possible(action: Action) -> bool:
        return not holds(action.unless, start) and (not action.show_if or holds(action.show_if, everything))

    return [action if possible(action) else None for action in questionnaire.today]
