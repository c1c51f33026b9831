"""The content files beside the questions: facts, helplines and the education sections."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from screening.document import Document, for_route, missing_wordings
from screening.education import Fact, Facts, FrontMatter, Section, section, tagged
from screening.files import read, read_front_matter
from screening.helplines import Helplines
from screening.problems import ContentError, Place, Problem, in_a_line, stop
from screening.prose import with_known_places
from screening.references import names, repeated
from screening.referrals import Referral, Referrals
from screening.refusals import Wordlist
from screening.rules import is_id
from screening.shape import shaped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

NEEDED = ("emergency", "crisis", "poison", "treatment", "family")  # roles that pages name
ELSEWHERE = "ZZ"  # the country for whoever finds theirs not listed; it has no lines of its own


def facts(folder: Path) -> Mapping[str, Fact]:
    """Return the publishable facts by id."""
    document = read(folder / "education" / "facts.yaml", "education/facts.yaml")
    made = shaped(document, Facts)
    stop(repeated(document, ("facts",), document.data["facts"]))
    return {fact.id: fact for fact in made.facts}


def wordlist(folder: Path) -> Wordlist:
    """Return what no page may say. The site starts without it; only the check of words needs it."""
    return shaped(read(folder / "education" / "words.yaml", "education/words.yaml"), Wordlist)


def helplines(folder: Path) -> Helplines:
    """Return the helplines, sure that every country has an emergency line and somebody to talk to."""
    document = read(folder / "helplines.yaml", "helplines.yaml")
    made = shaped(document, Helplines)
    twice = (repeated(document, (key,), document.data[key]) for key in ("countries", "roles"))
    stop(chain.from_iterable(twice))  # before a country is looked up by its id
    stop(_helplines(document, made))
    return made


def referrals(folder: Path, countries: Collection[str] | None) -> Mapping[str, Referral]:
    """Return the counselors' own contacts by id: none where the operator keeps no such file."""
    if not (folder / "referrals.yaml").exists():
        return {}
    document = read(folder / "referrals.yaml", "referrals.yaml")
    made = shaped(document, Referrals).referrals
    key = ("referrals",)
    stop(repeated(document, key, document.data["referrals"]))
    stop(
        problem
        for place, referral in enumerate(made)
        for problem in names(document, (*key, place, "country"), [referral.country], countries, "country")
    )
    return {referral.id: referral for referral in made}


def sections(
    folder: Path, order: Sequence[str], route: str, routes: Sequence[str], known: Collection[str] | None
) -> Mapping[str, Section]:
    """Return one route's education sections by id, in their order."""
    problems: list[Problem] = []
    made = {}
    for name in filter(is_id, dict.fromkeys(order)):  # what is none is told of where it stands
        try:
            made[name] = _section(folder, name, route, routes, known)
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return made


def _section(
    folder: Path, name: str, route: str, routes: Sequence[str], known: Collection[str] | None
) -> Section:
    file = f"education/{name}.md"
    document = read_front_matter(folder / file, file)
    stop(missing_wordings(document, routes))
    routed = for_route(document, route)
    front = shaped(routed, FrontMatter)
    stop(chain(_facts_of(routed, front, known), _places(routed)))
    return section(name, front, document.body)


def _places(document: Document) -> Iterator[Problem]:
    """Yield each line of the text that names a place no number fills."""
    for number, line in enumerate(document.body.splitlines(), document.body_line):
        try:
            with_known_places(line)
        except ValueError as error:
            yield Problem(document.file, Place(number), "", in_a_line(str(error)), "place-unknown")


def _facts_of(document: Document, front: FrontMatter, known: Collection[str] | None) -> Iterator[Problem]:
    key = ("facts",)
    used = tagged(front, document.body)
    yield from names(document, key, front.facts, known, "fact")
    for fact in sorted(used - set(front.facts)):
        what = f"“{fact}” stands in the text but not in this list"
        yield document.problem(key, "fact-unlisted", what)


def _helplines(document: Document, made: Helplines) -> Iterator[Problem]:
    ids = [country.id for country in made.countries]
    yield from names(document, ("default",), [made.default], ids, "country")
    yield from names(document, ("roles",), NEEDED, [role.id for role in made.roles], "role")
    for place, role in enumerate(made.roles):
        if role.id in NEEDED and not role.missing:
            what = "“missing” must say what a country without this role shows"
            yield document.problem(("roles", place), "role-without-words", what)
    whole = [country.id for country in made.countries if not country.part_of]
    for place, country in enumerate(made.countries):
        key = ("countries", place)
        yield from names(
            document, (*key, "part_of"), [country.part_of] if country.part_of else [], whole, "country"
        )
        yield from _lines(document, made, place)
        if country.part_of in {None, *whole} and country.id != ELSEWHERE:
            for wanted in (("emergency",), ("crisis", "crisis-and-treatment")):
                if not any(made.lines(country.id, role) for role in wanted):
                    what = f"the country has no line for “{wanted[0]}”"
                    yield document.problem(key, "country-without-line", what)


def _lines(document: Document, made: Helplines, place: int) -> Iterator[Problem]:
    for number, line in enumerate(made.countries[place].lines):
        key = ("countries", place, "lines", number)
        yield from names(document, (*key, "role"), [line.role], [role.id for role in made.roles], "role")
        if not (line.call or line.text or line.web):
            yield document.problem(key, "line-unreachable", "a line needs at least one of call, text and web")
