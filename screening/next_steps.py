"""The three things to do today: which of the actions in the content fit a visitor's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening.rules import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screening.education import Section
    from screening.journey import Journey
    from screening.questionnaire import Action

STEPS = 3


def next_steps(journey: Journey, sections: Mapping[str, Section]) -> tuple[str, ...]:
    """Return at most three actions: those of the active notices first, then the first that fit."""
    steps = [notice.today for notice in journey.notices]
    for action in _fitting(journey):
        text = action.text or sections[action.name].today
        if text not in steps:
            steps.append(text)
    return tuple(steps[:STEPS])


def _fitting(journey: Journey) -> Iterator[Action]:
    needless: set[str] = set()
    for action in journey.questionnaire.today:
        if action.name not in needless and _fits(action, journey):
            needless |= {action.name, *action.instead_of}
            yield action


def _fits(action: Action, journey: Journey) -> bool:
    if holds(action.unless, journey.answers):
        return False
    if any(notice.id in action.unless_notices for notice in journey.notices):
        return False
    if action.show_if:
        return holds(action.show_if, journey.answers)
    return not action.section or action.section in journey.sections
