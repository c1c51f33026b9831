"""What can be wrong in the content, said so that an editor can find and mend it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(NamedTuple):
    """A place in a file: line and column, both from 1."""

    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """One thing wrong in the content, as `file:line:column: where: what [code]`.

    `code` names the rule and never changes. What is not `grave` is advice. `used` are other places that
    have to do with it, as `file:line`; `answers` is the shortest visit that shows it.
    """

    file: str
    place: Place
    where: str
    what: str
    code: str
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


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean “…”?` when something known is close to `word`, else nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean “{close[0]}”?" if close else ""
