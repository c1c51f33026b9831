"""What nothing leads to: sections, notices and actions nobody can meet, and options that lead nowhere."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from screening.claims import Claim, told
from screening.journey import walk
from screening.next_steps import fits
from screening.search import clauses, reached

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screening.claims import Route
    from screening.problems import Problem
    from screening.questionnaire import Action, Notice, Question
    from screening.rules import Answers, Clause


def claims(route: Route) -> Iterator[Claim]:
    """Yield each claim that something of one route serves nobody. Raises CapError."""
    asked = _asked(route)
    yield from _sections(route, asked)
    yield from _notices(route, asked)
    yield from _options(route)
    for place, action in enumerate(route.questionnaire.today):
        met = chain.from_iterable(_met(route, reads) for reads in _reads(route, action))
        never = not any(fits(action, walk(route.questionnaires, visit)) for visit in met)
        what = "there are no answers that bring this"
        yield Claim(never, route.document.problem(("today", place), "action-never", what))


def alike(routes: Sequence[Route]) -> Iterator[Problem]:
    """Yield each route that asks just what an earlier one asks, in the same words. Raises CapError."""
    asked = [[question.ask for question in _asked(route)] for route in routes]
    for place, route in enumerate(routes):
        if asked[place] in asked[:place]:
            what = f"“{route.id}” asks nothing in words of its own: why should it be a route?"
            yield route.document.problem(("routes", place), "route-alike", what)


def _asked(route: Route) -> list[Question]:
    """Return the questions that somebody on this route is asked."""
    every = enumerate(route.questionnaire.questions)
    return [question for place, question in every if _visit(route, place) is not None]


def _met(route: Route, reads: list[Clause]) -> Iterator[Answers]:
    made = route.questionnaire
    return (way.answers for way in reached(made, route.id, reads, len(made.questions)).values())


def _visit(route: Route, place: int) -> Answers | None:
    """Return the shortest visit that is asked a question; nothing where nobody is."""
    return route.met[place].first(route.questionnaire.questions[place].asked)


def _sections(route: Route, asked: list[Question]) -> Iterator[Claim]:
    opened = {name for question in asked for option in question.options for name in option.opens}
    for place, name in enumerate(route.questionnaire.sections):
        if place:  # the first is shown to everybody
            what = f"no answer opens “{name}”"
            problem = route.document.problem(("sections", place), "section-unopened", what)
            yield Claim(name not in opened, problem)


def _notices(route: Route, asked: list[Question]) -> Iterator[Claim]:
    for place, notice in enumerate(route.questionnaire.notices):
        raised = {*chain.from_iterable(_raising(notice, asked))}
        met = _met(route, [*notice.show_if])
        never = not raised and not any(notice in walk(route.questionnaires, each).notices for each in met)
        problem = route.document.problem(("notices", place), "notice-never", "no answer raises this notice")
        yield Claim(never, problem)
        reading = raised | {name for clause in notice.show_if for name in clause}
        for name in [*notice.go_on_after, *notice.today_after]:
            rule = "continue_after" if name in notice.go_on_after else "today_after"
            what = f"“{name}” never raises this notice"
            problem = route.document.problem(("notices", place, rule, name), "after-never", what)
            yield Claim(name not in reading, problem)


def _raising(notice: Notice, questions: list[Question]) -> Iterator[Clause]:
    """Yield the options that raise a notice, by question."""
    for question in questions:
        if options := frozenset(option.id for option in question.options if notice.id in option.notices):
            yield {question.id: options}


def _options(route: Route) -> Iterator[Claim]:
    """Yield each option and whether it leads nowhere; one that says no may, as may one that stands alone."""
    read = _read(route)
    for place, question in enumerate(route.questionnaire.questions[1:], 1):
        idle = [
            not (option.opens or option.notices or option.alone or (question.id, option.id) in read)
            for option in question.options
        ]
        few = question.choose == "one" and sum(idle) == 1
        for number, option in enumerate(question.options):
            what = f"“{option.id}” opens nothing, raises nothing and decides nothing"
            key = ("questions", place, "options", number)
            answers = (*told(_visit(route, place) or {}), f"{question.id}: {option.id}")
            problem = route.document.problem(key, "opens-nothing", what, answers=answers)
            yield Claim(idle[number] and not few, problem)


def _read(route: Route) -> set[tuple[str, str]]:
    """Return the options that any condition names, each with its question."""
    made = route.questionnaire
    rules = [clause for each in made.questions for clause in clauses(each)]
    rules += [clause for action in made.today for clause in (*action.show_if, *action.unless)]
    rules += [clause for notice in made.notices for clause in notice.show_if]
    return {(name, option) for clause in rules for name, options in clause.items() for option in options}


def _reads(route: Route, action: Action) -> Iterator[list[Clause]]:
    """Yield what an action reads, once for each question that may open its section."""
    made = route.questionnaire
    silent = [notice for notice in made.notices if notice.id in action.unless_notices]
    rules = [*action.show_if, *action.unless, *chain.from_iterable(notice.show_if for notice in silent)]
    rules += [clause for notice in silent for clause in _raising(notice, [*made.questions])]
    if not action.section or action.show_if:
        yield rules
        return
    for question in made.questions:
        if openers := frozenset(each.id for each in question.options if action.section in each.opens):
            yield [*rules, {question.id: openers}]
