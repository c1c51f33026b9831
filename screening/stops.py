"""The safety stop: for what an answer stops the visit, and what is said first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening.next_steps import worded

if TYPE_CHECKING:
    from screening.guidance import Notice
    from screening.journey import Journey
    from screening.questionnaire import Question


def stopping(before: Journey, after: Journey, asked: Question) -> frozenset[str]:
    """Return the ids of the notices for which an answer stops the visit.

    One may hold for two answers together, so it may come up elsewhere on the path.
    """
    if asked.id not in after.questionnaire.questions_that_raise:
        return frozenset()  # no answer raises anything by taking others away
    new = (each for each in after.notices if each.stops != "never" and each not in before.notices)
    return frozenset(notice.id for notice in (*after.stops_at(asked), *new))


def in_full(journey: Journey, raised: frozenset[str]) -> list[Notice]:
    """Return what a safety stop says in full: what always stops, and the most urgent of what was raised.

    These are one and the same where the answer has raised what always stops: then one card is enough. With
    neither, the most urgent notice there is.
    """
    active = [notice for notice in journey.notices if notice.stops != "never"]
    always = [notice for notice in active if notice.stops == "always"]
    new = [notice for notice in active if notice.id in raised]
    first = always[:1] + [notice for notice in new[:1] if notice not in always]
    return first or active[:1]


def go_on(notice: Notice, journey: Journey) -> str:
    """Return the words of a notice's link onward."""
    return worded(journey, notice, notice.go_on or "", notice.go_on_after)


def raised_at(journey: Journey, last: str) -> str:
    """Return the question to go back to: where the last stop was raised, or the latest that was answered."""
    if last in journey.answers:
        return last
    return journey.latest.id if journey.latest else ""
