"""Comments in the content that let one problem stand, each with its reason.

`# check: allow CODE because REASON` on a line of its own covers the next line that is no comment; at the
end of a line it covers this line; as the last line before the text of a section it covers the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from screening.comments import comments
from screening.problems import Place, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from screening.codes import Code
    from screening.document import Document

# What an editor may judge better than a program. Whatever stops a start, a question or notice that nobody
# meets, a word no page may say, a wrong number and hidden characters are faults for every visitor, whatever
# the reason; and a date that has passed is mended by a new date, where an excuse would never run out.
ALLOWED = frozenset(
    {"fact-unused", "facts-missing", "file-unused", "line-twice", "paragraph-without-fact"}
    | {"grade", "grade-high", "sentence-long", "quotes-straight", "dash", "dots", "space-double"}
    | {"space-before", "space-odd", "always-true", "opens-nothing", "option-never", "route-alike"}
)

_ALLOW = re.compile(r"#\s*check:\s*allow\b\s*(\S*)(?:\s+because\s+(\S.*))?")


class Allowance(NamedTuple):
    """One such comment, and the lines of its file that it covers."""

    file: str
    place: Place
    code: str
    reason: str
    lines: range

    @property
    def sound(self) -> bool:
        return self.code in ALLOWED and bool(self.reason)

    def covers(self, problem: Problem) -> bool:
        here = problem.file == self.file and problem.place.line in self.lines
        return self.sound and here and problem.code == self.code

    def problem(self, code: Code, what: str) -> Problem:
        return Problem(self.file, self.place, "", what, code)


class Sifted(NamedTuple):
    """The problems that are left, and those that a comment allows, each with the reason."""

    problems: tuple[Problem, ...]
    allowed: tuple[tuple[Problem, str], ...]


def sifted(problems: Iterable[Problem], documents: Mapping[str, Document]) -> Sifted:
    """Set aside the problems that are allowed, and add those of the allowances.

    `problems` are those of every check: an allowance for what nobody looked for would be called unused.
    """
    known = [allowance for document in documents.values() for allowance in allowances(document)]
    by = {problem: next((each for each in known if each.covers(problem)), None) for problem in problems}
    left = [problem for problem, allowance in by.items() if not allowance]
    allowed = [(problem, allowance.reason) for problem, allowance in by.items() if allowance]
    return Sifted((*left, *_faults(known, by.values())), tuple(allowed))


def allowances(document: Document) -> tuple[Allowance, ...]:
    """Return the allowances of a file in their order; the text of a section has no comments."""
    data = document.text.removesuffix(document.body)
    found = ((place, _ALLOW.match(comment)) for place, comment in comments(data))
    return tuple(
        Allowance(document.file, place, said[1], said[2] or "", _covered(document, place))
        for place, said in found
        if said
    )


def _covered(document: Document, place: Place) -> range:
    lines = document.text.split("\n")
    if lines[place.line - 1][: place.column - 1].strip():
        return range(place.line, place.line + 1)

    after = enumerate(lines[place.line :], place.line + 1)
    following = (number for number, line in after if line.strip() and not line.lstrip().startswith("#"))
    first = next(following, len(lines) + 1)  # with nothing below it covers nothing
    opens_text = first == document.body_line - 1  # the line --- that ends what a section says of itself
    return range(first, len(lines) + 1 if opens_text else first + 1)


def _faults(known: Iterable[Allowance], used: Collection[Allowance | None]) -> Iterator[Problem]:
    for each in known:
        if each.code not in ALLOWED:
            close = did_you_mean(each.code, sorted(ALLOWED))
            yield each.problem("allow-unknown", f"“{each.code}” is nothing that can be allowed.{close}")
        elif not each.reason:
            yield each.problem("allow-without-reason", "say why: “because”, and the reason")
        elif each not in used:
            yield each.problem("allow-unused", "there is no such problem here: take this comment away")
