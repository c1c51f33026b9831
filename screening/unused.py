"""What nothing leads to: sections, notices and actions nobody can meet, and options that lead nowhere."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from screening.claims import Claim, told
from screening.journey import walk
from screening.next_steps import fits
from screening.search import reached, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from screening.claims import Route
    from screening.guidance import Action, Notice
    from screening.problems import Problem
    from screening.questionnaire import Question, Questionnaire
    from screening.rules import Answers, Clause


def claims(route: Route) -> Iterator[Claim]:
    """Yield each claim that something of one route serves nobody. Raises CapError."""
    made = route.questionnaire
    opened = {name for question in made.questions for name in question.openers}
    unopened = {*made.sections[1:]} - opened  # the first is shown to everybody
    for place, name in enumerate(made.sections):
        what = f"no answer opens “{name}”, so nobody sees it"
        problem = route.document.problem(("sections", place), "section-unopened", what)
        yield Claim(name in unopened, problem)
    yield from _notices(route)
    yield from _options(route)
    for place, action in enumerate(made.today):
        if action.show_if or action.section not in unopened:
            what = "no answers bring this, so nobody sees it"
            problem = route.document.problem(("today", place), "action-never", what)
            yield Claim(not _fits(route, action), problem)


def alike(routes: Sequence[Route]) -> Iterator[Problem]:
    """Yield each route that asks just what an earlier one asks, in the same words. Raises CapError."""
    asked = [_asked(route) for route in routes]
    for place, route in enumerate(routes):
        first = asked.index(asked[place])
        if first != place:
            other = routes[first].id
            what = f"“{route.id}” asks the same in the same words as “{other}”: it need not be a route"
            yield route.document.problem(("routes", place), "route-alike", what)


def _asked(route: Route) -> list[str]:
    """Return the words of the questions that somebody on this route is asked."""
    every = enumerate(route.questionnaire.questions)
    return [question.ask for place, question in every if _visit(route, place) is not None]


def _visit(route: Route, place: int) -> Answers | None:
    """Return the shortest visit that is asked a question; nothing where nobody is."""
    return route.met[place].first(route.questionnaire.questions[place].asked)


def _fits(route: Route, action: Action) -> bool:
    made = route.questionnaire
    states = (reached(made, route.id, reads, len(made.questions)) for reads in _reads(made, action))
    met = chain.from_iterable(each.values() for each in states)
    return any(fits(action, walk(route.questionnaires, way.answers)) for way in met)


def _notices(route: Route) -> Iterator[Claim]:
    """Yield the claims against notices, but that a condition never holds, of which another check tells."""
    for place, notice in enumerate(route.questionnaire.notices):
        raised = {*chain.from_iterable(_raising(notice, route.questionnaire.questions))}
        never = not raised and not notice.show_if
        what = "no answer raises this notice, so nobody sees it"
        yield Claim(never, route.document.problem(("notices", place), "notice-never", what))
        reading = raised | {name for clause in notice.show_if for name in clause}
        for name in [*notice.go_on_after, *notice.today_after]:
            rule = "continue_after" if name in notice.go_on_after else "today_after"
            what = f"“{name}” never raises this notice, so nobody reads these words"
            problem = route.document.problem(("notices", place, rule, name), "after-never", what)
            yield Claim(name not in reading, problem)


def _raising(notice: Notice, questions: Iterable[Question]) -> Iterator[Clause]:
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
            what = f"“{option.id}” opens no section, raises no notice, and no condition reads it"
            key = ("questions", place, "options", number)
            answers = (*told(_visit(route, place) or {}), f"{question.id}: {option.id}")
            problem = route.document.problem(key, "opens-nothing", what, answers=answers)
            yield Claim(idle[number] and not few, problem)


def _read(route: Route) -> set[tuple[str, str]]:
    """Return the options that any condition names, each with its question."""
    made = route.questionnaire
    every: list[Question | Action] = [*made.questions, *made.today]
    rules = [clause for each in every for clause in rules_of(each)]
    rules += [clause for notice in made.notices for clause in notice.show_if]
    return {(name, option) for clause in rules for name, options in clause.items() for option in options}


def _reads(made: Questionnaire, action: Action) -> Iterator[list[Clause]]:
    """Yield what an action reads, once for each question that may open its section."""
    silent = [notice for notice in made.notices if notice.id in action.unless_notices]
    rules = [*rules_of(action), *chain.from_iterable(notice.show_if for notice in silent)]
    rules += [clause for notice in silent for clause in _raising(notice, made.questions)]
    if not action.section or action.show_if:
        yield rules
        return
    for question in made.questions:
        if openers := question.openers.get(action.section):
            yield [*rules, {question.id: frozenset(each.id for each in openers)}]
