"""The check-in itself: one question a page, safety stops, the answers, the results and the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template, request, url_for

from screening import visit
from screening.asking import as_left, page, sent
from screening.current import content, walked
from screening.journey import with_answer
from screening.next_steps import next_steps
from screening.stops import go_on, in_full, raised_at, stopping
from screening.way import Ended, after_answer, back, onward, see_other

if TYPE_CHECKING:
    from flask import Response

    from screening.journey import Journey
    from screening.questionnaire import Question

bp = Blueprint("checkin", __name__)


@bp.get("/questions/<name>")
def question(name: str) -> str:
    journey, asked = _reached(name)
    return as_left(journey, asked)


@bp.post("/questions/<name>")
def answer(name: str) -> Response | tuple[str, int]:
    journey, asked = _reached(name)
    chosen, error = sent(journey, asked)
    if "keep-going" in request.form:
        return _kept(asked, chosen, longer=visit.last_longer())
    if error == "together":
        return _kept(asked, chosen)
    if error:
        return page(journey, asked, chosen, error), 422
    return _taken(journey, asked, chosen)


def _kept(asked: Question, chosen: frozenset[str], *, longer: bool = False) -> Response:
    """Keep what is no answer, and lead back to its question."""
    visit.keep_draft(asked.id, asked.ids.intersection(chosen))
    told = "yes" if longer else None
    return see_other(url_for("checkin.question", name=asked.id, back=back() or None, longer=told))


def _taken(journey: Journey, asked: Question, chosen: frozenset[str]) -> Response:
    """Keep an answer, and lead to where it leads."""
    stored = visit.keep(with_answer(journey, asked, chosen), journey.questionnaire.by_id)
    after = walked(stored)
    if raised := stopping(journey, after, asked):
        visit.keep_stop(asked.id, raised)
        return see_other(url_for("checkin.now"))
    return see_other(after_answer(after))


@bp.get("/now")
def now() -> str:
    stored, (last, raised) = visit.answers(), visit.last_stop()
    journey = walked(stored)
    full = in_full(journey, raised)
    return render_template(
        "now.html",
        journey=journey,
        in_full=full,
        back_to=raised_at(journey, last),
        go_on=go_on(full[0], journey) if len(full) == 1 else None,
        onward=onward(journey) if stored else "",
    )


@bp.get("/answers")
def answers() -> str:
    return render_template("answers.html", journey=_finished())


@bp.get("/results")
def results() -> str:
    journey = _finished()
    sections = content().sections[journey.route]
    steps, whole = next_steps(journey, sections), request.args.get("topics") == "full"
    return render_template(
        "results.html",
        journey=journey,
        sections=sections,
        steps=steps,
        in_full=whole,
        referral=content().referrals.get(visit.referral()),
    )


@bp.get("/notes")
def notes() -> str:
    return render_template("notes.html", journey=_finished())


def _reached(name: str) -> tuple[Journey, Question]:
    """Return a question the visitor may see, and has gone on to; else lead them to where they belong."""
    stored = visit.answers()
    journey = walked(stored)
    asked = journey.questionnaire.by_id.get(name)
    if not asked and not stored:
        abort(404)
    if asked is not journey.path[0] and not stored:
        raise Ended(visit.lost())
    if not asked or not journey.reaches(asked):
        abort(see_other(onward(journey)))
    visit.move_on(asked.id)
    return journey, asked


def _finished() -> Journey:
    """Return a journey whose end the visitor may see, and has gone on to; else lead them back.

    A visit goes on even where none of its answers fit, as after a change of the first question.
    """
    stored = visit.answers()
    if not stored:
        raise Ended(visit.lost())
    journey = walked(stored)
    if not journey.may_finish:
        abort(see_other(onward(journey)))
    visit.move_on()
    return journey
