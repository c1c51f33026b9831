"""The three things to do today: which of the actions in the content fit a visitor's answers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from screening.rules import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screening.education import Section
    from screening.guidance import Action, Notice
    from screening.journey import Journey
    from screening.pictures import Sign

STEPS = 3


class Step(NamedTuple):
    """One thing to do today, and the sign to draw beside it."""

    text: str
    sign: Sign


def next_steps(journey: Journey, sections: Mapping[str, Section]) -> tuple[Step, ...]:
    """Return at most three actions: those of the active notices first, then the first that fit."""
    active = {notice.id for notice in journey.notices}
    spoken = (each for each in journey.notices if active.isdisjoint(each.today_unless_notices))
    steps = (Step(worded(journey, each, each.today, each.today_after), each.sign) for each in spoken)
    said_once: dict[str, Step] = {}
    for step in chain(steps, (_step(action, sections) for action in _fitting(journey))):
        said_once.setdefault(step.text, step)
        if len(said_once) == STEPS:
            break
    return tuple(said_once.values())


def worded(journey: Journey, notice: Notice, usual: str, after: Mapping[str, str]) -> str:
    """Return the words that a notice has after the one question that raised it, or its usual ones."""
    raised_by = (name for name, notices in journey.raised.items() if any(each is notice for each in notices))
    words = {after.get(name, usual) for name in raised_by}
    return words.pop() if len(words) == 1 else usual


def _step(action: Action, sections: Mapping[str, Section]) -> Step:
    if action.text:
        return Step(action.text, action.sign)
    section = sections[action.name]
    return Step(section.today, section.sign)


def _fitting(journey: Journey) -> Iterator[Action]:
    needless: set[str] = set()
    for action in journey.questionnaire.today:
        if action.name not in needless and fits(action, journey):
            needless |= {action.name, *action.instead_of}
            yield action


def fits(action: Action, journey: Journey) -> bool:
    """Say whether an action suits a visitor's answers, apart from what stands before it in the list."""
    if holds(action.unless, journey.answers):
        return False
    if any(notice.id in action.unless_notices for notice in journey.notices):
        return False
    if action.show_if:
        return holds(action.show_if, journey.answers)
    return not action.section or action.section in journey.sections
