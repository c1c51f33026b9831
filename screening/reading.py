"""The public pages: the start, the education, who to call, and what is true of this site."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template

from screening.current import content
from screening.side_by_side import rows

bp = Blueprint("reading", __name__)


@bp.get("/")
def start() -> str:
    return render_template("start.html")


@bp.get("/learn")
def learn() -> str:
    return render_template("learn.html", sections=content().sections[content().first_route])


@bp.get("/learn/<name>")
def section(name: str) -> str:
    sections = content().sections[content().first_route]
    return render_template("section.html", section=sections.get(name) or abort(404), sections=sections)


@bp.get("/help")
def help() -> str:  # noqa: A001 - the page is called help
    return render_template("help.html", helplines=content().helplines)


@bp.get("/about")
def about() -> str:
    sections = content().sections[content().first_route]
    return render_template("about.html", sections=sections, facts=content().facts)


@bp.get("/about/questions")
def questions() -> str:
    made = content()
    return render_template("questions.html", content=made, rows=rows(made.questionnaires), alone=False)


@bp.get("/privacy")
def privacy() -> str:
    return render_template("privacy.html")


@bp.get("/accessibility")
def accessibility() -> str:
    return render_template("accessibility.html")


@bp.get("/healthz")
def healthz() -> Response:
    return Response("ok\n", mimetype="text/plain")
