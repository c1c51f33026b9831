"""Load a folder of content, whole and sound, or say everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from screening import checks, safety, supplies
from screening.document import Document, for_route, missing_wordings
from screening.files import read
from screening.fingerprint import fingerprint
from screening.packing import too_long
from screening.problems import ContentError, Problem, stop
from screening.questionnaire import Questionnaire
from screening.references import words
from screening.shape import keys, shaped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from screening.education import Fact, Section
    from screening.helplines import Helplines
    from screening.questionnaire import Question
    from screening.referrals import Referral


Made = TypeVar("Made")
MOST_ROUTES = 9  # each costs a whole reading; the first question has to offer them all


@dataclass(frozen=True)
class Content:
    """Everything a visitor can be shown, by route where the wording differs. Made once, never changed."""

    questionnaires: Mapping[str, Questionnaire]
    sections: Mapping[str, Mapping[str, Section]]  # route -> section id -> section
    facts: Mapping[str, Fact]
    helplines: Helplines
    referrals: Mapping[str, Referral]
    fingerprint: str  # names this very content, as in “agreed: 3f2a 91bc 07de”

    @property
    def first_route(self) -> str:
        return next(iter(self.questionnaires))

    @property
    def first_question(self) -> Question:
        """The question that chooses the route, the same on all of them."""
        return self.questionnaires[self.first_route].questions[0]


def load(folder: Path) -> Content:
    """Return the content of a folder. Raises ContentError with every problem of every file."""
    problems: list[Problem] = []
    facts = attempt(problems, supplies.facts, folder)
    helplines = attempt(problems, supplies.helplines, folder)
    countries = helplines.by_id if helplines else None
    referrals = attempt(problems, supplies.referrals, folder, countries)
    known = checks.Known(facts, [role.id for role in helplines.roles] if helplines else None)
    document = attempt(problems, _questions, folder)
    routes = document.data["routes"] if document else ()
    questionnaires = {route: attempt(problems, _questionnaire, document, route, known) for route in routes}
    sections = {route: attempt(problems, _sections, folder, document, route, facts) for route in routes}

    if problems or facts is None or helplines is None or referrals is None:
        raise ContentError(problems)
    return Content(
        {route: made for route, made in questionnaires.items() if made},
        {route: made for route, made in sections.items() if made},
        facts,
        helplines,
        referrals,
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
    if len(routes) > MOST_ROUTES or keys().intersection(routes):
        what = f"there can be {MOST_ROUTES} routes at most, none of them called as a key is"
        raise ContentError([document.problem(("routes",), "routes", what)])
    stop(missing_wordings(document, routes))
    return document


def _questionnaire(document: Document, route: str, known: checks.Known) -> Questionnaire:
    routed = for_route(document, route)
    problems: list[Problem] = []
    attempt(problems, stop, chain(checks.questionnaire(routed, known), safety.problems(routed)))
    made: Questionnaire | None = attempt(problems, shaped, routed, Questionnaire)
    if made:
        problems += [document.problem(("questions",), "cookie", what) for what in too_long(made)]
    if problems or made is None:
        raise ContentError(problems)
    return made


def _sections(
    folder: Path, document: Document, route: str, known: Collection[str] | None
) -> Mapping[str, Section]:
    names = words(for_route(document, route).data.get("sections"))
    return supplies.sections(folder, names, route, document.data["routes"], known)
