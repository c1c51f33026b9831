"""What can be wrong in the content, said so that an editor can find and mend it."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from screening.codes import Code

MOST_TOLD = 50  # problems found in one go: where there are more, they have few causes
LONGEST_LINE = 400  # characters of a message
LONGEST_WORD = 60  # characters of a word that something close is looked for
MOST_COMPARED = 200  # words; to compare with more takes longer than anybody wants to wait


class Place(NamedTuple):
    """A place in a file: line and column, both from 1."""

    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """One thing wrong in the content, as `file:line:column: where: what [code]`.

    `code` names the rule. What is not `grave` is advice. `used` are other places that
    have to do with it, as `file:line`; `answers` is the shortest visit that shows it.
    """

    file: str
    place: Place
    where: str
    what: str
    code: Code
    grave: bool = True
    used: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return self.code if self.grave else f"{self.code}, advice"

    def __str__(self) -> str:
        at = f"{self.file}:{self.place.line}:{self.place.column}"
        said = ": ".join(part for part in (at, self.where, self.what) if part)
        below = [f"  used here: {place}" for place in self.used]
        below += [f"  shown by: {'; '.join(self.answers)}"] if self.answers else []
        return "\n".join([f"{said} [{self.kind}]", *below])


class ContentError(Exception):
    """The content cannot be used; `problems` says why, all at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def first(problems: Iterable[Problem]) -> list[Problem]:
    """Return as many problems as an editor can mend in one go; further ones are not even looked for."""
    given = iter(problems)
    found = list(islice(given, MOST_TOLD))
    if further := next(given, None):
        what = f"there are more problems than these {MOST_TOLD}; mend these first"
        found.append(Problem(further.file, further.place, "", what, "more"))
    return found


def stop(problems: Iterable[Problem]) -> None:
    """Raise ContentError if there are problems."""
    if found := first(problems):
        raise ContentError(found)


def in_a_line(text: str) -> str:
    """Return what is said of the content as one line, without the middle of what is very long."""
    line = " ".join(text.split())
    half = LONGEST_LINE // 2
    return line if len(line) <= LONGEST_LINE else f"{line[:half]} … {line[-half:]}"


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return ` Did you mean “…”?` when something known is close to `word`, else nothing."""
    if len(word) > LONGEST_WORD or len(known) > MOST_COMPARED or word in known:
        return ""
    close = get_close_matches(word, known, n=1)
    return f" Did you mean “{close[0]}”?" if close else ""
