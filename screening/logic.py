"""Conditions that cannot do what they say, found by looking at every state that a visitor can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening import conditions
from screening.claims import Claim, told
from screening.reach import reach
from screening.references import place_of
from screening.rules import SKIPPED, holds
from screening.search import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.claims import Route
    from screening.problems import Problem
    from screening.questionnaire import Question
    from screening.reach import Reach
    from screening.rules import Clause, Condition
    from screening.strict_yaml import Key


def claims(route: Route) -> Iterator[Claim]:
    """Yield each claim against the conditions of one route. Raises CapError."""
    made = route.questionnaire
    for place, question in enumerate(made.questions):
        yield from _question(route, question, place)
    last = len(made.questions)
    for place, notice in enumerate(made.notices):
        met = reach(made, route.id, notice.show_if, last)
        yield from _conditions(route, ("notices", place), {"show_if": notice.show_if}, met)
    for place, action in enumerate(made.today):
        rules = {"show_if": action.show_if, "unless": action.unless}
        met = reach(made, route.id, rules_of(action), last)
        yield from _conditions(route, ("today", place), rules, met)


def _question(route: Route, question: Question, place: int) -> Iterator[Claim]:
    if not rules_of(question):
        return
    met = route.met[place]
    key: Key = ("questions", place)
    yield _never_asked(route, question, key, met)
    yield from _conditions(route, key, {"show_if": question.show_if, "unless": question.unless}, met)


def _conditions(route: Route, key: Key, rules: dict[str, Condition], met: Reach) -> Iterator[Claim]:
    for rule, condition in rules.items():
        here: Key = (*key, rule)
        written = conditions.clauses(route.document.value(here), here)
        for (place, _), clause in zip(written, condition, strict=True):
            yield from _clause(route, place, clause, met)
        if condition:
            what = "this holds for everybody, so it decides nothing"
            yield Claim(met.always(condition), route.document.problem(here, "always-true", what))


def _clause(route: Route, key: Key, clause: Clause, met: Reach) -> Iterator[Claim]:
    """Yield the claims against a clause; against a part of it only where the others can hold."""
    whole = _lacking(route.document.problem(key, "never-holds", "this never holds"), clause, met)
    yield whole
    for question, options in clause.items():
        rest = {name: others for name, others in clause.items() if name != question}
        for option in sorted(options - SKIPPED) if not whole.wrong else ():
            what = f"“{question}: {option}” can never be so here, and decides nothing"
            never = not met.ever({**rest, question: frozenset([option])})
            problem = route.document.problem((*key, question, option), "option-never", what)
            place = place_of(route.document, (*key, question), option)
            yield Claim(never, problem._replace(place=place))
        if rest and met.ever(rest):
            what = f"“{question}” decides nothing here: it holds whenever the rest does"
            always = met.always(({question: options},), given=(rest,))
            yield Claim(always, route.document.problem((*key, question), "always-true", what))


def _never_asked(route: Route, question: Question, key: Key, met: Reach) -> Claim:
    """Claim that nobody is asked a question and say why, with a visit that comes as near to it as any."""
    visit = met.first(lambda given: not question.show_if or holds(question.show_if, given))
    if visit is None:
        what = "nobody is ever asked this: its show_if never holds"
        return _lacking(route.document.problem(key, "never-asked", what), question.show_if[0], met)
    what = "nobody is ever asked this: whenever it would be, its unless leaves it out"
    problem = route.document.problem(key, "never-asked", what, answers=tuple(told(visit)))
    return Claim(met.first(question.asked) is None, problem)


def _lacking(problem: Problem, clause: Clause, met: Reach) -> Claim:
    """Claim that a clause never holds, with the visit that lacks least of it.

    A part that no visit of this route has is the farther: it may well be met on another route.
    """
    visit, missed = met.nearest(clause)
    lacked = {question: clause[question] for question in missed}
    what = f"{problem.what}; the nearest visit lacks “{'; '.join(told(lacked))}”"
    strange = sum(not met.ever({question: options}) for question, options in lacked.items())
    shown = problem._replace(what=what, answers=tuple(told(visit)))
    return Claim(bool(missed), shown, len(missed) + strange)
