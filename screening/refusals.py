"""What no page may say, as `education/words.yaml` lists it, and what of a text is refused by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, StringConstraints

from screening.prose import Words
from screening.rules import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screening.codes import Code


class PatternError(ValueError):
    """A regular expression that cannot be used."""

    code: Code = "pattern"


def _usable(pattern: str) -> str:
    try:
        everywhere = re.search(pattern, "")
    except re.error as error:
        raise PatternError(f"the pattern cannot be read: {error}") from error
    if everywhere:
        raise PatternError("the pattern finds even an empty text, so it would be found everywhere")
    return pattern


class Refusal(Record):
    """One pattern that is refused, upper or lower case alike, but not inside the phrases it allows."""

    pattern: Annotated[str, AfterValidator(_usable)]
    example: Words
    why: Words
    allowed: tuple[Words, ...] = ()


class Wordlist(Record):
    """What is refused on every route, what on those about somebody else, and syllables no dictionary has."""

    words: tuple[Refusal, ...]
    of_them: tuple[Refusal, ...] = ()
    syllables: Mapping[
        Annotated[str, StringConstraints(pattern=r"^[a-z]+$")], Annotated[int, Field(ge=1)]
    ] = {}


def refused(text: str, refusals: Iterable[Refusal]) -> Iterator[tuple[str, Refusal]]:
    """Yield each piece of a text that is refused, and what refuses it."""
    for refusal in refusals:
        left = text
        for phrase in sorted(refusal.allowed, key=len, reverse=True):
            left = re.sub(re.escape(phrase), "", left, flags=re.IGNORECASE)
        for match in re.finditer(refusal.pattern, left, re.IGNORECASE):
            yield match[0], refusal
