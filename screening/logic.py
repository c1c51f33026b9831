"""Conditions that cannot do what they say, found by looking at every state that a visitor can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening import conditions
from screening.claims import Claim, told
from screening.reach import reach
from screening.rules import SKIPPED, holds
from screening.search import clauses

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
        met = reach(made, route.id, [*action.show_if, *action.unless], last)
        yield from _conditions(route, ("today", place), rules, met)


def _question(route: Route, question: Question, place: int) -> Iterator[Claim]:
    if not clauses(question):
        return
    met = route.met[place]
    key: Key = ("questions", place)
    never = met.first(question.asked) is None
    yield Claim(never, _never_asked(route, question, key, met))
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
    never = not met.ever(clause)
    answers = _nearest(clause, met) if never else ()
    what = "this can never hold"
    yield Claim(never, route.document.problem(key, "never-holds", what, answers=answers))
    for question, options in clause.items():
        rest = {name: others for name, others in clause.items() if name != question}
        for option in sorted(options - SKIPPED):
            what = f"“{option}” of “{question}” can never be among the answers here"
            impossible = not never and not met.ever({**rest, question: frozenset([option])})
            yield Claim(impossible, route.document.problem((*key, question, option), "option-never", what))
        if rest:
            what = f"“{question}” decides nothing here: it holds whenever the rest does"
            always = not never and met.always(({question: options},), given=(rest,))
            yield Claim(always, route.document.problem((*key, question), "always-true", what))


def _never_asked(route: Route, question: Question, key: Key, met: Reach) -> Problem:
    """Say why nobody is asked a question, with a visit that comes as near to it as any."""
    visit = met.first(lambda given: not question.show_if or holds(question.show_if, given))
    if visit is not None:
        why, answers = "whenever it could be asked, its unless holds", tuple(told(visit))
    else:
        why, answers = "its show_if can never hold", _nearest(question.show_if[0], met)
    return route.document.problem(key, "never-asked", f"nobody is ever asked this: {why}", answers=answers)


def _nearest(clause: Clause, met: Reach) -> tuple[str, ...]:
    visit, missed = met.nearest(clause)
    never = (f"{question}: {', '.join(sorted(clause[question] - SKIPPED))}" for question in missed)
    return (*told(visit), f"but then never {' and '.join(never)}")
