"""A question as a page: what was sent for it, and how it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

from screening import visit
from screening.current import running
from screening.forms import read
from screening.way import back

if TYPE_CHECKING:
    from screening.guidance import Notice
    from screening.journey import Journey
    from screening.questionnaire import Question


def sent(journey: Journey, asked: Question) -> tuple[frozenset[str], str]:
    return read(running().forms[journey.route, asked.id], request.form)


def as_left(journey: Journey, asked: Question) -> str:
    """Draw a question as its visitor has left it: with what was sent last, or with its answer."""
    draft = visit.draft(asked.id)
    if draft is not None:
        chosen = asked.ids.intersection(draft)
        wants_time = "longer" in request.args  # and has sent no answer yet
        return page(journey, asked, chosen, "together" if asked.clashes(chosen) and not wants_time else "")
    # With answers, the cookie is here: then it was no form of ours that came without it.
    if "again" in request.args and not journey.answers:
        return page(journey, asked, frozenset(), "again")
    return page(journey, asked, journey.answers.get(asked.id, frozenset()))


def page(journey: Journey, asked: Question, chosen: frozenset[str], error: str = "") -> str:
    """Draw a question with these options chosen, whether stored, sent or none."""
    place = journey.place(asked)
    before = journey.path[place - 1] if place else None
    may_raise = before and before.id in journey.questionnaire.questions_that_raise
    panels = journey.raised_first_by(before) if before and may_raise and journey.raised.get(before.id) else ()
    return render_template(
        "question.html",
        journey=journey,
        question=asked,
        before=before,
        number=place + 1,
        chosen=chosen,
        error=error,
        back=back(),
        lost=visit.lost(),
        panels=[notice for notice in panels if notice.stops == "never"],
        urgent=_urgent(journey, asked, chosen) if error else (),
    )


def _urgent(journey: Journey, asked: Question, chosen: frozenset[str]) -> list[Notice]:
    """Return what the sent options would stop for, so that an error never hides it."""
    raised = asked.raises(chosen)
    return [each for each in journey.questionnaire.notices if each.id in raised and each.stops != "never"]
