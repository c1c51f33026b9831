"""What a visitor's browser sends, made once so that it can be sent many times."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from werkzeug.test import EnvironBuilder

from bench.production import HOST, ORIGIN
from bench.visits import HALFWAY, last, most, visit
from screening.packing import packed
from screening.visit import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from screening.content import Content
    from screening.journey import Journey
    from screening.rules import Answers

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True)
class Request:
    """What is sent, and the status that must come back."""

    path: str
    cookie: str = ""
    form: str = ""
    status: str = "200"


HELLO = Request("/")


def pages(app: Flask, content: Content) -> dict[str, Request]:
    """Return the requests that speak for all: what a visitor sends most, and what costs most."""
    route = content.first_route
    halfway = visit(content.questionnaires, route, last, HALFWAY)
    everything = visit(content.questionnaires, route, most)
    topic = next(iter(content.sections[route]))  # the one that everybody is shown
    return {
        "question": question(app, halfway),
        "answer": answer(app, halfway),
        "results": Request("/results", cookie(app, everything.answers, "/results")[0]),
        "topic": Request(f"/learn/{topic}"),
        "start": Request("/"),
    }


def question(app: Flask, journey: Journey) -> Request:
    """Return the look at the next question."""
    path = f"/questions/{journey.next.id}"
    return Request(path, cookie(app, journey.answers, path)[0])


def answer(app: Flask, journey: Journey) -> Request:
    """Return the form of the next question, which leads on."""
    path = f"/questions/{journey.next.id}"
    held, token = cookie(app, journey.answers, path)
    form = urlencode({"csrf_token": token, "answer": next(iter(last(journey.next)))})
    return Request(path, held, form, "303")


def cookie(app: Flask, answers: Answers, path: str) -> tuple[str, str]:
    """Return the cookie of a visit with these answers, and the token of the form on one of its pages."""
    browser = app.test_client()
    with browser.session_transaction(base_url=ORIGIN) as session:
        session[ANSWERS] = packed(answers)
    page = browser.get(path, base_url=ORIGIN)
    held = browser.get_cookie(app.config["SESSION_COOKIE_NAME"], domain=HOST)
    token = TOKEN.search(page.text)
    if not held or not token:
        raise SystemExit(f"{path} cannot be measured: {page.status}")
    return f"{held.key}={held.value}", token[1]


def caller(app: Flask, request: Request) -> Callable[[], None]:
    """Return a call of the application, as a server makes it, that ends all where the status is not right."""
    builder = EnvironBuilder(
        request.path,
        base_url=ORIGIN,
        method="POST" if request.form else "GET",
        headers={"Cookie": request.cookie, "Sec-Fetch-Site": "same-origin"},
        content_type="application/x-www-form-urlencoded" if request.form else None,
        data=request.form or None,
    )
    environ, sent = builder.get_environ(), request.form.encode()

    def call() -> None:
        seen = []
        body = app({**environ, "wsgi.input": io.BytesIO(sent)}, lambda status, *_: seen.append(status))
        for _ in body:
            pass
        body.close()
        if not seen[0].startswith(request.status):
            raise SystemExit(f"{request.path}: {seen[0]}")

    return call
