"""The requests whose instructions are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.hello import bare
from bench.production import environment, product
from bench.requests import HELLO, answer, caller, pages, question
from bench.visits import first, made_up, visit
from screening.content import load
from screening.journey import walk
from screening.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from screening.content import Content
    from screening.journey import Journey

    Calls = dict[str, Callable[[], object]]

SIZES = (10, 30, 100, 300)  # questions
HELD = (10, 60)  # answers
ROOMY = 100  # questions, where answers are compared


def gate() -> Calls:
    """Return the requests that the gate holds."""
    content = load(ROOT)
    app = product(environment(), content)
    made = {name: caller(app, request) for name, request in pages(app, content).items()}
    return {"hello": caller(bare(), HELLO), **made}


def growth() -> Calls:
    """Return a look, an answer and a walk, by the number of questions and of answers."""
    content = load(ROOT)
    calls = {"hello": caller(bare(), HELLO)}
    for count, held in [*((size, HELD[0] - 1) for size in SIZES), *((ROOMY, held) for held in HELD)]:
        larger = made_up(content, count)
        app, journey = product(environment(), larger), halfway(larger, held)
        calls[f"question/{count}/{held}"] = caller(app, question(app, journey))
        calls[f"answer/{count}/{held}"] = caller(app, answer(app, journey))
        calls[f"walk/{count}/{held}"] = walking(larger, journey)
    return calls


def halfway(content: Content, held: int) -> Journey:
    """Return a visit to made-up questions that has so many answers."""
    return visit(content.questionnaires, content.first_route, first, held)


def walking(content: Content, journey: Journey) -> Callable[[], object]:
    return lambda: walk(content.questionnaires, journey.answers)


KINDS = {"gate": gate, "growth": growth}
TIMES = {"gate": (20, 70), "growth": (10, 30)}  # few and many
