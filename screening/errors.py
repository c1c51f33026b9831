"""One kind page for everything that can go wrong, each with the emergency line and a way on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask, Response, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from screening import visit
from screening.asking import page, sent
from screening.current import content
from screening.journey import walk
from screening.sharing import again
from screening.way import Ended, onward, see_other

if TYPE_CHECKING:
    from types import TracebackType

KNOWN = frozenset({400, 404, 405, 413})
Reply = Response | tuple[str, int] | tuple[str, int, dict[str, str]]


def init_app(app: Flask) -> None:
    with app.app_context():
        crashed = render_template("crashed.html")
        foreign = render_template("foreign.txt")

    app.logger.disabled = True  # beside log_exception below, Flask logs some failures with their message

    app.register_error_handler(Ended, ended)
    app.register_error_handler(CSRFError, stale)
    app.register_error_handler(HTTPException, explained)
    # No template and no address here: without a known host Flask can make neither.
    plain = {"Content-Type": "text/plain; charset=utf-8"}
    app.register_error_handler(SecurityError, lambda _: (foreign, 400, plain))
    app.register_error_handler(500, lambda _: (crashed, 500))


def ended(error: Ended) -> Reply:
    """Say, in words that give nothing away, that there is no visit here any more.

    An answer sent too late is redirected to its question, which then says so: a form that is answered by a
    page would stay on the visitor's disk.
    """
    if request.endpoint == "checkin.answer":
        return see_other(url_for("checkin.question", **request.view_args or {}))
    visit.forget()
    return render_template("ended.html", why=error.why), 400 if request.method == "POST" else 200


def stale(_: CSRFError) -> Reply:
    """Show a form again, with what was chosen, when its token is too old to be trusted."""
    if request.endpoint == "sharing.begin":
        return again(), 400
    stored = visit.answers()
    journey = walk(content().questionnaires, stored)
    name = (request.view_args or {}).get("name", "")
    asked = journey.questionnaire.by_id.get(name)
    if asked and journey.reaches(asked):
        chosen, _error = sent(journey, asked)
        return page(journey, asked, asked.fitting(chosen), "stale"), 400
    if not stored:
        return ended(Ended(visit.lost()))
    if name:
        return see_other(onward(journey))
    return render_template("stale.html"), 400


def explained(error: HTTPException) -> Reply:
    code = error.code if error.code in KNOWN else 400
    allowed = getattr(error, "valid_methods", None)
    headers = {"Allow": ", ".join(sorted(allowed))} if allowed else {}
    return render_template(f"{code}.html"), error.code or 500, headers


class PrivateFlask(Flask):
    """Flask, except that a crash is logged by its kind and place: a message may hold an answer."""

    def log_exception(
        self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]
    ) -> None:
        kind, _, trace = exc_info
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        sys.stderr.write(f"{kind.__name__ if kind else 'Error'} at {place}\n")
