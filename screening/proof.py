"""Everything that the search of a check-in proves wrong about its logic."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from screening import logic, unused
from screening.claims import Route, wrong_on_every_route
from screening.document import for_route
from screening.moves import CapError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screening.document import Document
    from screening.problems import Problem
    from screening.questionnaire import Questionnaire


def problems(document: Document, questionnaires: Mapping[str, Questionnaire]) -> list[Problem]:
    """Return what is wrong with the logic of `questions.yaml`, or that there is too much to search."""
    routes = [Route(name, for_route(document, name), questionnaires) for name in questionnaires]
    try:
        claims = chain.from_iterable(kind.claims(route) for route in routes for kind in (logic, unused))
        found = [*wrong_on_every_route(claims), *unused.alike(routes)]
    except CapError as error:
        route = next(route for route in routes if error.question in route.questionnaire.by_id)
        key = ("questions", list(route.questionnaire.by_id).index(error.question))
        return [route.document.problem(key, "search-cap", str(error))]
    return _causes(found)


def _causes(found: list[Problem]) -> list[Problem]:
    """Leave out what follows from a fault: it is inside what nobody meets, or waits for what never holds."""
    unmet = tuple(f"{each.where} > " for each in found if each.code in ("never-asked", "notice-never"))
    waiting = {each.where.partition(" > show_if")[0] for each in found if each.code == "never-holds"}
    return [
        each
        for each in found
        if not each.where.startswith(unmet) and (each.code != "action-never" or each.where not in waiting)
    ]
