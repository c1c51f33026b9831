"""Visits to measure: who has answered what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bench.made_up import check_in
from screening.journey import walk
from screening.questionnaire import Questionnaire

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from screening.content import Content
    from screening.journey import Journey
    from screening.questionnaire import Question

    Chooser = Callable[[Question], frozenset[str]]

HALFWAY = 10  # answers given by whoever is at a question


def first(question: Question) -> frozenset[str]:
    return frozenset({question.options[0].id})


def last(question: Question) -> frozenset[str]:
    """Return the last option, which is most often “none of these” or “not sure”."""
    return frozenset({question.options[-1].id})


def most(question: Question) -> frozenset[str]:
    """Return the answer that opens most."""
    if question.choose == "many":
        return frozenset(option.id for option in question.options if not option.alone)
    return frozenset({max(question.options, key=lambda option: len(option.opens)).id})


def visit(
    questionnaires: Mapping[str, Questionnaire], route: str, choose: Chooser, count: int = 10_000
) -> Journey:
    """Return a visit in which the first `count` questions have the answers chosen for them."""
    asked = questionnaires[route].questions[0]
    journey = walk(questionnaires, {asked.id: frozenset({route})})
    while journey.next and len(journey.answers) < count:
        journey = walk(questionnaires, {**journey.answers, journey.next.id: choose(journey.next)})
    return journey


def made_up(content: Content, count: int) -> Content:
    """Return content of which the questions are made up, so many of them, and the rest is real."""
    names = list(content.sections[content.first_route])
    said = Questionnaire.model_validate(check_in(count - 1, 2, "one", names))
    return replace(
        content, questionnaires={"me": said}, sections={"me": content.sections[content.first_route]}
    )
