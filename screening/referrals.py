"""A counselor's own contact, which a shared link may name by its id. The operator lists them by hand."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from screening.helplines import CountryId
from screening.rules import Day, Https, Id, Record

SIGNS = frozenset("<>{}[]*_`|\\@")  # of markup and addresses


def _plain(text: str) -> str:
    """Take a text only as plain words: it is shown beside real helplines, and must pass for nothing else."""
    if not text.strip() or SIGNS.intersection(text):
        raise ValueError("must be plain words, without signs such as < [ or @")
    return text


Plain = Annotated[str, AfterValidator(_plain)]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?\(?[0-9](?:[ ().-]{0,2}[0-9]){2,14}$")]


class Referral(Record):
    """Who shared a link: not one of our helplines, and always shown as somebody's own line."""

    id: Annotated[Id, StringConstraints(max_length=32)]
    name: Plain
    organisation: Plain | None = None
    phone: Phone = Field(description="As people read it; phones dial its digits.")
    hours: Plain | None = None
    web: Https | None = None
    languages: tuple[Plain, ...] = ()
    country: CountryId = Field(description="Whose helplines stand on the card that the command makes.")
    checked: Day = Field(description="The day on which somebody rang it.")

    @property
    def dialed(self) -> str:
        """What a phone dials."""
        return re.sub(r"(?<=\d) ?\(0\)|[^+\d]", "", self.phone)  # a 0 in brackets is dialed only at home


class Referrals(Record):
    """What `referrals.yaml` holds."""

    referrals: tuple[Referral, ...]
