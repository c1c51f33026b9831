"""For counselors: a link, a code and a card to hand over; and the page where a shared link lands."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template, request, url_for

from screening import visit
from screening.current import content, running, walked
from screening.links import Shared, link, shared
from screening.qr import drawing
from screening.way import onward, see_other

bp = Blueprint("sharing", __name__)


@bp.get("/share")
def share() -> str:
    to = _asked()
    return _drawn("share.html", to, link=_link(to))


@bp.get("/share/card")
def card() -> str:
    return _printed("card.html")


@bp.get("/share/poster")
def poster() -> str:
    return _printed("poster.html")


@bp.get("/share/code.svg")
def code() -> Response:
    return Response(drawing(_link(_asked()) or abort(404)), mimetype="image/svg+xml")


@bp.get("/start")
@bp.get("/start/<route>")
def start(route: str = "") -> str:
    given = {**request.args, "route": route} if route else request.args  # as another country's form sends it
    return _start(shared(given, content()), again="again" in request.args and not visit.answers())


@bp.post("/start")
def begin() -> Response:
    """Begin a visit afresh, as the form on the start page says; what it does not know is ignored."""
    to = shared(request.form, content())
    if visit.answers() and "afresh" not in request.form:  # begun since this page was opened: ask first
        return see_other(url_for("sharing.start", route=to.route or None, referral=to.referral or None))
    given = {content().first_question.id: frozenset({to.route})} if to.route else {}
    visit.begin(given, to.referral)
    return see_other(onward(walked(visit.answers())))


def again() -> str:
    """Show the start page once more, where its form could not be trusted."""
    return _start(shared(request.form, content()), again=True)


def _start(to: Shared, *, again: bool = False) -> str:
    stored = visit.answers()
    journey = walked(stored)
    return _drawn("shared_start.html", to, onward=onward(journey) if stored else "", again=again)


def _asked() -> Shared:
    return shared(request.args, content())


def _link(to: Shared) -> str:
    """Return the link of this copy's public address, or nothing where it has none."""
    origin = running().settings.origin
    return link(origin, to) if origin else ""


def _printed(template: str) -> str:
    """Draw what is printed; without a public address, lead to the page that says so."""
    to = _asked()
    if not (address := _link(to)):
        abort(see_other(url_for("sharing.share")))
    return _drawn(template, to, link=address)


def _drawn(template: str, to: Shared, **more: str | bool) -> str:
    held = content()
    labels = {option.id: option.label for option in held.first_question.options}
    return render_template(
        template,
        to=to,
        labels=labels,
        referrals=held.referrals,
        referral=held.referrals.get(to.referral),
        **more,
    )
