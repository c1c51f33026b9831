"""The journey by itself: the time of a walk, by the number of questions and of answers."""

from __future__ import annotations

import gc
import time
from statistics import correlation, linear_regression
from typing import TYPE_CHECKING, NamedTuple

from bench.made_up import check_in
from bench.visits import first, most, visit
from screening.content import load
from screening.journey import walk
from screening.questionnaire import Questionnaire
from screening.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screening.rules import Answers

SIZES = (10, 20, 50, 100, 200, 500, 1000)
SHARES = (0, 0.1, 0.5, 1)  # of the answers, in the largest
BATCHES, LONG = 15, 0.02  # the best of so many batches of so many seconds


class Walk(NamedTuple):
    questions: int
    answers: int
    milliseconds: float


class Line(NamedTuple):
    """The straight line nearest to the times: milliseconds a question, and how near (1: on it)."""

    slope: float
    fit: float


def by_questions() -> list[Walk]:
    """Time visits in which every question is answered."""
    made = {count: _made(count) for count in SIZES}
    return [_timed(each, visit(each, "me", first).answers) for each in made.values()]


def by_answers() -> list[Walk]:
    """Time visits to the largest check-in, in which only the first questions are answered."""
    made = _made(SIZES[-1])
    given = visit(made, "me", first).answers
    counts = [round(len(given) * share) for share in SHARES]
    return [_timed(made, dict(list(given.items())[: max(count, 1)])) for count in counts]


def shipped() -> list[Walk]:
    """Time the visit that answers most, on each route of the content that ships."""
    made = load(ROOT).questionnaires
    return [_timed(made, visit(made, route, most).answers) for route in made]


def line(walks: list[Walk]) -> Line:
    sizes, times = [each.questions for each in walks], [each.milliseconds for each in walks]
    return Line(linear_regression(sizes, times).slope, correlation(sizes, times) ** 2)


def _made(count: int) -> dict[str, Questionnaire]:
    return {"me": Questionnaire.model_validate(check_in(count - 1, 2, "one"))}


def _timed(questionnaires: Mapping[str, Questionnaire], answers: Answers) -> Walk:
    """Time a walk: the best of many batches, since whatever else the machine does only adds to it."""
    best = min(_batch(questionnaires, answers) for _ in range(BATCHES))
    return Walk(len(walk(questionnaires, answers).path), len(answers), best * 1000)


def _batch(questionnaires: Mapping[str, Questionnaire], answers: Answers) -> float:
    count, began = 0, time.process_time()
    gc.disable()  # as timeit does
    while (spent := time.process_time() - began) < LONG or not count:
        walk(questionnaires, answers)
        count += 1
    gc.enable()
    return spent / count
