"""How long a visit lasts: what its pages say about that, more time, and the ways to end it."""

from __future__ import annotations

import math
from typing import NamedTuple

from flask import Blueprint, Response, request, url_for

from screening import visit
from screening.current import running
from screening.way import see_other

bp = Blueprint("lasting", __name__)
PAGES = frozenset({"answers", "results", "notes", "now"})  # a question has the button in its own form


class Left(NamedTuple):
    """What is left of a visit: minutes to its last limit, seconds to past its first; if `more` can be had."""

    minutes: int
    seconds: int
    more: bool


@bp.app_template_global("time_left")
def left() -> Left:
    in_all, idle = visit.seconds_left()
    # The page asks for itself again when its seconds are over: by then, the answers must be gone here.
    seconds = math.ceil(min(in_all, idle)) + 1
    return Left(max(round(in_all / 60), 1), seconds, visit.may_last_longer())


@bp.post("/keep-going")
def keep_going() -> Response:
    """Start both limits again, if there is a visit, and return to the page, which says what is left."""
    return back(longer=bool(visit.answers()) and visit.last_longer())


def back(*, longer: bool = False) -> Response:
    """Return to the page that the form stood on, or to the answers for any other word."""
    page = request.args.get("page", "")
    topics = "full" if request.args.get("topics") == "full" else None
    endpoint = f"checkin.{page if page in PAGES else 'answers'}"
    return see_other(url_for(endpoint, topics=topics, longer="yes" if longer else None))


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


def _cleared(response: Response) -> Response:
    response.headers["Clear-Site-Data"] = '"storage"'  # not "cookies": that would clear our neighbours' too
    return response
