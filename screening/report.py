"""Everything that is wrong with a folder of content, at once, and the figures of its visits."""

from __future__ import annotations

from dataclasses import dataclass
from json import dumps
from typing import TYPE_CHECKING, NamedTuple

from screening import proof
from screening.content import load
from screening.files import documents
from screening.moves import CapError
from screening.packing import MOST
from screening.problems import ContentError
from screening.search import reached

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from screening.content import Content
    from screening.problems import Problem
    from screening.questionnaire import Questionnaire


class Visits(NamedTuple):
    """How long the visits of a route are, in questions, and the most characters that their answers take."""

    shortest: int
    longest: int
    characters: int


@dataclass(frozen=True)
class Report:
    problems: tuple[Problem, ...]
    visits: dict[str, Visits]

    @property
    def sound(self) -> bool:
        return not any(problem.grave for problem in self.problems)

    def as_json(self) -> str:
        """Return the report for a program; `problems` as Problem has them, its place as line and column."""
        problems = [each._asdict() | each.place._asdict() for each in self.problems]
        told = [{name: value for name, value in each.items() if name != "place"} for each in problems]
        visits = {route: each._asdict() for route, each in self.visits.items()}
        return dumps({"sound": self.sound, "problems": told, "visits": visits}, ensure_ascii=False, indent=2)

    def __str__(self) -> str:
        routes = (
            f"{route}: {visits.shortest} to {visits.longest} questions; the longest answers take "
            f"{visits.characters} of {MOST} characters"
            for route, visits in self.visits.items()
        )
        return "\n".join([*map(str, self.problems), *routes, *(["sound"] if self.sound else [])])


def check(folder: Path, today: date) -> Report:
    """Look for everything that can be wrong. `today` is the day that dates are compared with."""
    read = documents(folder)
    try:
        content = load(folder)
    except ContentError as error:
        return Report(tuple(error.problems), {})
    found = proof.problems(read["questions.yaml"], content.questionnaires)
    return Report(tuple(sorted(set(found))), _visits(content))


def _visits(content: Content) -> dict[str, Visits]:
    """Return the figures of each route; none where there is too much to search."""
    try:
        return {name: _figures(made, name) for name, made in content.questionnaires.items()}
    except CapError:
        return {}


def _figures(made: Questionnaire, route: str) -> Visits:
    (way,) = reached(made, route, (), len(made.questions)).values()
    return Visits(way.fewest, way.most, way.size)
