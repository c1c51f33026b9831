"""What is wrong with the words of the content: what they must not say, and how they read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from screening.characters import unusual_spaces
from screening.content import MOST_ROUTES
from screening.document import place_in
from screening.grade import grade
from screening.problems import Problem
from screening.references import words as names
from screening.refusals import Wordlist, refused
from screening.texts import Text, texts
from screening.typography import problems as as_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from screening.codes import Code
    from screening.document import Document
    from screening.refusals import Refusal
    from screening.strict_yaml import Key

EASY, HARD = 8, 10  # school grades

# What is read as a whole, and so has a grade: of a section its title, its action and its text.
GRADED = {
    "questions": frozenset({"ask", "hint", "below", "why", "label"}),
    "notices": frozenset({"title", "text", "continue"}),
}
SECTION = frozenset({(), ("title",), ("today",)})


LINK = re.compile(
    r"\b(?!https:)[a-z][a-z.+-]*://[^\s\"'<>{}]*|(?<![\w/.@-])www\.[^\s\"'<>{}]+", re.IGNORECASE
)
DIALED = re.compile(r"\b(?:shown|call|text|tty): \W*(\d[\d -]*\d)")  # a number in helplines.yaml
LIKE_NUMBERS = (r"\+?\(?\d(?:[ ().-]{0,2}\d){6,}", r"\d{5,}", r"\d(?:-\d){2,}")


def problems(documents: Mapping[str, Document], wordlist: Wordlist | None) -> Iterator[Problem]:
    """Yield each fault once, though most texts are read on every route.

    Without a word list, which could not be read then, nothing is refused.
    """
    yield from dict.fromkeys(_problems(documents, wordlist or Wordlist(words=())))


def _problems(documents: Mapping[str, Document], wordlist: Wordlist) -> Iterator[Problem]:
    routes = _routes(documents.get("questions.yaml"))
    number = _number(documents.get("helplines.yaml"))
    for document in documents.values():
        yield from _spaces(document)
        yield from _links(document)
        for route in routes:
            said = list(texts(document, route))
            yield from _grades(said, route, wordlist.syllables)
            for text in said:
                yield from _refused(text, "banned-word", wordlist.words)
                yield from _refused(text, "you-of-them", () if route == routes[0] else wordlist.of_them)
                yield from as_set(text)
                yield from _numbers(text, number)


def _routes(questions: Document | None) -> list[str]:
    """Return the routes, no more than there can be; where there are none, one that no text is written for."""
    data = questions.data if questions else None
    return (names(data.get("routes")) if isinstance(data, dict) else [])[:MOST_ROUTES] or [""]


def _number(helplines: Document | None) -> re.Pattern[str]:
    """Return what finds the numbers that are known, and whatever looks like one."""
    known = DIALED.findall(helplines.text) if helplines else []
    either = "|".join([*LIKE_NUMBERS, *map(re.escape, sorted(set(known), key=len, reverse=True))])
    return re.compile(rf"(?<![\w.,-])(?:{either})(?![\w-]|[.,:]\d)")


def _links(document: Document) -> Iterator[Problem]:
    for match in LINK.finditer(document.text):
        what = f"“{match[0]}”: an address must begin with https://"
        yield Problem(document.file, place_in(document.text, match.start()), "", what, "link-insecure")


def _spaces(document: Document) -> Iterator[Problem]:
    for offset, what in unusual_spaces(document.text):
        yield Problem(document.file, place_in(document.text, offset), "", what, "space-odd", grave=False)


def _grades(said: Iterable[Text], route: str, syllables: Mapping[str, int]) -> Iterator[Problem]:
    wholes: dict[Key, list[Text]] = {}
    for text in said:
        wholes.setdefault(_whole(text), []).append(text)
    wholes.pop((), None)

    for key, parts in wholes.items():
        reads = round(grade((part.said for part in parts), syllables), 1)
        if reads > EASY:
            grave = reads > HARD
            code: Code = "grade-high" if grave else "grade"
            what = f"for “{route}” it reads at grade {reads}; aim at {EASY}: shorter sentences, plainer words"
            yield parts[0].document.problem(key, code, what)._replace(grave=grave)


def _whole(text: Text) -> Key:
    """Return where what the text is read as a part of begins, or nothing where it is read alone."""
    if text.document.body:
        return ("title",) if text.key in SECTION else ()
    return text.key[:2] if text.kind in GRADED.get(str(text.key[0]), ()) else ()


def _refused(text: Text, code: Code, refusals: Iterable[Refusal]) -> Iterator[Problem]:
    for found, refusal in refused(text.said, refusals):
        yield text.problem(code, found, f"“{found}”: {refusal.why}")


def _numbers(text: Text, number: re.Pattern[str]) -> Iterator[Problem]:
    for match in () if "lines" in text.key else number.finditer(text.said):
        what = f"“{match[0]}” looks like a telephone number; those live in helplines.yaml only"
        yield text.problem("number-in-prose", match[0], what)
