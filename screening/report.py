"""Everything that is wrong with a folder of content, at once, and the figures of its visits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from json import dumps
from typing import TYPE_CHECKING, Any, NamedTuple

from screening import proof, supplies, upkeep, wording
from screening.allowances import sifted
from screening.content import attempt, load
from screening.files import documents
from screening.moves import CapError
from screening.packing import MOST
from screening.search import reached

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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
    """What was found: problems, what a comment allows with its reason, and the visits of each route."""

    problems: tuple[Problem, ...]
    allowed: tuple[tuple[Problem, str], ...] = ()
    visits: Mapping[str, Visits] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        return not any(problem.grave for problem in self.problems)

    def as_json(self) -> str:
        """Return the report for a program: each problem as Problem has it, its place as line and column."""
        allowed = [{"reason": reason, **_told(problem)} for problem, reason in self.allowed]
        visits = {route: each._asdict() for route, each in self.visits.items()}
        said = {"sound": self.sound, "problems": [*map(_told, self.problems)], "allowed": allowed}
        return dumps({**said, "visits": visits}, ensure_ascii=False, indent=2)

    def __str__(self) -> str:
        visits = (
            f"{route}: {each.shortest} to {each.longest} questions; the longest answers take "
            f"{each.characters} of {MOST} characters"
            for route, each in self.visits.items()
        )
        return "\n".join(
            [*map(str, self.problems), *self._excused(), *visits, *(["sound"] if self.sound else [])]
        )

    def _excused(self) -> Iterator[str]:
        """Yield each reason once, with the places that it is given for."""
        lines: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        for problem, reason in self.allowed:
            lines[problem.code, reason, problem.file].append(str(problem.place.line))
        for (code, reason, file), where in lines.items():
            yield f"{file}:{', '.join(dict.fromkeys(where))}: allowed because {reason} [{code}]"


def check(folder: Path, today: date) -> Report:
    """Look for everything that can be wrong. `today` is the day that dates are compared with."""
    problems: list[Problem] = []
    content = attempt(problems, load, folder)
    wordlist = attempt(problems, supplies.wordlist, folder)
    read = documents(folder)
    problems += wording.problems(read, wordlist)
    if content:
        problems += proof.problems(read["questions.yaml"], content.questionnaires)
        problems += upkeep.problems(content, read, today)
    left, allowed = sifted(problems, read)
    if not (content and wordlist):  # what could not be looked for may be what is allowed
        left = tuple(problem for problem in left if problem.code != "allow-unused")
    return Report(tuple(sorted(left)), allowed, _visits(content) if content else {})


def _told(problem: Problem) -> dict[str, Any]:
    said = problem._asdict() | problem.place._asdict()
    return {name: value for name, value in said.items() if name != "place"}


def _visits(content: Content) -> dict[str, Visits]:
    """Return the figures of each route; none where there is too much to search."""
    try:
        return {name: _figures(made, name) for name, made in content.questionnaires.items()}
    except CapError:
        return {}


def _figures(made: Questionnaire, route: str) -> Visits:
    (way,) = reached(made, route, (), len(made.questions)).values()
    return Visits(way.fewest, way.most, way.size)
