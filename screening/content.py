"""Load a folder of content, whole and sound, or say everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from screening import checks, supplies
from screening.document import Document, for_route, missing_wordings, read
from screening.fingerprint import fingerprint
from screening.packing import too_long
from screening.problems import ContentError, Problem
from screening.questionnaire import Questionnaire
from screening.references import words
from screening.shape import shaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from screening.education import Fact, Section
    from screening.helplines import Helplines


Made = TypeVar("Made")


@dataclass(frozen=True)
class Content:
    """Everything a visitor can be shown, by route where the wording differs. Made once, never changed."""

    questionnaires: Mapping[str, Questionnaire]
    sections: Mapping[str, Mapping[str, Section]]  # route -> section id -> section
    facts: Mapping[str, Fact]
    helplines: Helplines
    fingerprint: str  # names this very content, as in “agreed: 3f2a 91bc 07de”

    @property
    def first_route(self) -> str:
        return next(iter(self.questionnaires))


def load(folder: Path) -> Content:
    """Return the content of a folder. Raises ContentError with every problem of every file."""
    problems: list[Problem] = []
    facts = attempt(problems, supplies.facts, folder)
    helplines = attempt(problems, supplies.helplines, folder)
    known = checks.Known(facts, [role.id for role in helplines.roles] if helplines else None)
    document = attempt(problems, _questions, folder)
    routes = document.data["routes"] if document else ()
    questionnaires = {route: attempt(problems, _questionnaire, document, route, known) for route in routes}
    names = words(document.data.get("sections")) if document else ()
    sections = {
        route: attempt(problems, supplies.sections, folder, names, route, routes, facts) for route in routes
    }

    if problems or facts is None or helplines is None:
        raise ContentError(problems)
    return Content(
        {route: made for route, made in questionnaires.items() if made},
        {route: made for route, made in sections.items() if made},
        facts,
        helplines,
        fingerprint(folder),
    )


def attempt(problems: list[Problem], make: Callable[..., Made], *given: object) -> Made | None:
    """Return what `make` makes, or note its problems and go on, so that all are told at once."""
    try:
        return make(*given)
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _questions(folder: Path) -> Document:
    """Read the questions, sure that the routes are named and that each wording names all of them."""
    document = read(folder / "questions.yaml", "questions.yaml")
    routes = document.data.get("routes") if isinstance(document.data, dict) else None
    if not isinstance(routes, list) or not routes or not all(isinstance(route, str) for route in routes):
        what = "“routes” must list the ids of the routes"
        raise ContentError([document.problem(("routes",), "routes", what)])
    problems = list(missing_wordings(document, routes))
    if problems:
        raise ContentError(problems)
    return document


def _questionnaire(document: Document, route: str, known: checks.Known) -> Questionnaire:
    routed = for_route(document, route)
    problems = list(checks.questionnaire(routed, known))
    made: Questionnaire | None = attempt(problems, shaped, routed, Questionnaire)
    if made:
        problems += [document.problem(("questions",), "cookie", what) for what in too_long(made)]
    if problems or made is None:
        raise ContentError(problems)
    return made
