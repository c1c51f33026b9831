"""The check-in itself: one question a page, safety stops, the answers, the results and the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template, request, url_for

from screening import visit
from screening.current import content, running
from screening.forms import read
from screening.journey import walk, with_answer
from screening.next_steps import next_steps
from screening.way import Ended, after_answer, back, go_on, onward, see_other

if TYPE_CHECKING:
    from flask import Response

    from screening.journey import Journey
    from screening.questionnaire import Notice, Question

bp = Blueprint("checkin", __name__)


@bp.get("/questions/<name>")
def question(name: str) -> str:
    journey, asked = _reached(name)
    return page(journey, asked, journey.answers.get(asked.id, frozenset()))


@bp.post("/questions/<name>")
def answer(name: str) -> Response | tuple[str, int]:
    journey, asked = _reached(name)
    chosen, error = sent(journey, asked)
    if error:
        return page(journey, asked, chosen, error), 422

    stored = visit.keep(with_answer(journey, asked, chosen), asked_of(journey))
    after = walk(content().questionnaires, stored)
    return see_other(after_answer(journey, after, asked))


@bp.get("/now")
def now() -> str:
    journey = _journey()
    stops = journey.stops_at(journey.latest) if journey.latest else ()
    first = [notice for notice in journey.notices[:1] if notice.stops != "never"]
    in_full = first + [notice for notice in stops[:1] if notice not in first]
    words = go_on(in_full[0], journey) if len(in_full) == 1 else None
    return render_template("now.html", journey=journey, in_full=in_full, go_on=words, onward=onward(journey))


@bp.get("/answers")
def answers() -> str:
    return render_template("answers.html", journey=_finished())


@bp.get("/results")
def results() -> str:
    journey = _finished()
    sections = content().sections[journey.route]
    steps, in_full = next_steps(journey, sections), request.args.get("topics") == "full"
    return render_template("results.html", journey=journey, sections=sections, steps=steps, in_full=in_full)


@bp.get("/notes")
def notes() -> str:
    return render_template("notes.html", journey=_finished())


@bp.get("/leave")
def leave() -> Response:
    """Forget everything and go. A link, not a form: a form may not lead to another site."""
    if request.method == "GET":  # a HEAD only asks what would happen
        visit.forget()
    return _cleared(see_other(running().settings.leave_to))


@bp.post("/erase")
def erase() -> Response:
    visit.forget()
    return _cleared(see_other(url_for("reading.start")))


def page(journey: Journey, asked: Question, chosen: frozenset[str], error: str = "") -> str:
    """Draw a question with these options chosen, whether stored, sent or none."""
    before = journey.before(asked)
    panels = journey.raised_first_by(before) if before else ()
    return render_template(
        "question.html",
        journey=journey,
        question=asked,
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


def sent(journey: Journey, asked: Question) -> tuple[frozenset[str], str]:
    return read(running().forms[journey.route, asked.id], request.form)


def asked_of(journey: Journey) -> frozenset[str]:
    return frozenset(journey.questionnaire.by_id)


def _cleared(response: Response) -> Response:
    response.headers["Clear-Site-Data"] = '"storage"'  # not "cookies": that would clear our neighbours' too
    return response


def _journey() -> Journey:
    return walk(content().questionnaires, visit.answers())


def _under_way() -> Journey:
    """Return the journey of a visit that has begun, or show that it has ended."""
    journey = _journey()
    if not journey.answers:
        raise Ended(visit.lost())
    return journey


def _reached(name: str) -> tuple[Journey, Question]:
    """Return a question the visitor may see; lead them to where they belong if it is another one."""
    journey = _journey()
    asked = journey.questionnaire.by_id.get(name) or abort(404)
    if asked.id != journey.path[0].id:
        journey = _under_way()
    if not journey.reaches(asked):
        abort(see_other(onward(journey)))
    return journey, asked


def _finished() -> Journey:
    journey = _under_way()
    if not journey.may_finish:
        abort(see_other(onward(journey)))
    return journey
