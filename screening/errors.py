"""One kind page for everything that can go wrong, each with the emergency line and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, current_app, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from screening import lasting, visit
from screening.asking import page, sent
from screening.current import content, walked
from screening.links import shared
from screening.sealed_cookie import sent as sent_cookie
from screening.sharing import again
from screening.way import Ended, onward, see_other

if TYPE_CHECKING:
    from flask import Flask

KNOWN = frozenset({400, 404, 405, 413})
Reply = Response | tuple[str, int] | tuple[str, int, dict[str, str]]


def init_app(app: Flask) -> None:
    with app.app_context():
        crashed = render_template("crashed.html")
        foreign = render_template("foreign.txt")

    app.logger.disabled = True  # beside our log_exception, Flask logs some failures with their message

    app.register_error_handler(Ended, ended)
    app.register_error_handler(CSRFError, untrusted)
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


def untrusted(_: CSRFError) -> Reply:
    """Answer a form whose token is not good: what it asked for is not done."""
    if request.endpoint == "lasting.keep_going":
        return lasting.back()
    return stale() if _ours() else see_other(_before())


def stale() -> Reply:
    """Show a form again, with what was chosen, when its token is too old to be trusted."""
    if request.endpoint == "sharing.begin":
        return again(), 400
    stored = visit.answers()
    journey = walked(stored)
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


def _ours() -> bool:
    """Say whether the form can be one of ours: it came with a cookie, or the browser says so.

    A form of another site comes without the cookie that holds the visit, and the token in any page that
    answered it would be a new cookie in its place: the visit would be lost.
    """
    sent_from = request.headers.get("Sec-Fetch-Site")
    return bool(sent_cookie(request, current_app.config["SESSION_COOKIE_NAME"])) or sent_from is not None


def _before() -> str:
    """Return the address of the page that a form belongs to."""
    if request.endpoint == "checkin.answer":
        return url_for("checkin.question", **request.view_args or {}, again="yes")
    if request.endpoint == "sharing.begin":
        to = shared(request.form, content())
        return url_for("sharing.start", route=to.route or None, referral=to.referral or None, again="yes")
    return url_for("reading.start")


def explained(error: HTTPException) -> Reply:
    code = error.code if error.code in KNOWN else 400
    allowed = getattr(error, "valid_methods", None)
    headers = {"Allow": ", ".join(sorted(allowed))} if allowed else {}
    return render_template(f"{code}.html"), error.code or 500, headers
