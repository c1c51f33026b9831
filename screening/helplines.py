"""Who to call, by country and role. Numbers live in `helplines.yaml` and nowhere else."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints

from screening.prose import Words
from screening.rules import Day, Flag, Https, Id, Record, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

CountryId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z]{3})?$")]
Digits = Annotated[str, StringConstraints(pattern=r"^\+?[0-9]{2,15}$")]

# Where a country has no line of its own in a role, a line of these roles does the work.
STAND_INS: Mapping[str, tuple[str, ...]] = {
    "crisis": ("crisis-and-treatment", "international"),
    "treatment": ("crisis-and-treatment",),
    "poison": ("emergency",),  # never the international crisis page
}


class Line(Record):
    """One way to reach somebody. `call` and `text` are the digits to dial, `shown` is for reading.

    `text_shown` is the number for messages as people read it, where `shown` does not hold it.
    """

    role: Id
    name: Text
    lang: str | None = None
    answered_by: str | None = None
    shown: Text
    call: Digits | None = None
    text: Digits | None = None
    text_shown: str | None = None
    keyword: str | None = None
    web: Https | None = None
    hours: str | None = None
    always: Flag = Field(False, description="Whether it answers at any hour of any day.")
    cost: str | None = None
    languages: tuple[str, ...] = ()
    tty: str | None = None
    note: str | None = None
    source: Text = Field(description="Where the number was read.")
    checked: Day = Field(description="The day on which it was read there.")


class Role(Record):
    id: Id
    title: Words
    missing: Words | None = Field(None, description="What a country without such a line shows.")


class Country(Record):
    id: CountryId
    name: Text
    part_of: CountryId | None = Field(None, description="The country whose lines are shown here too.")
    lines: tuple[Line, ...] = ()


class Helplines(Record):
    default: CountryId
    roles: tuple[Role, ...] = Field(min_length=1)
    countries: tuple[Country, ...] = Field(min_length=1)

    @cached_property
    def by_id(self) -> Mapping[str, Country]:
        return {country.id: country for country in self.countries}

    def lines(self, country: str, role: str) -> tuple[Line, ...]:
        """Return a country's lines in one role; a part of a country has its own first, then the whole's."""
        here = self.by_id[country]
        own = tuple(line for line in here.lines if line.role == role)
        return own + (self.lines(here.part_of, role) if here.part_of else ())

    def serving(self, country: str, role: str) -> tuple[Line, ...]:
        """Return the lines that serve a role, by a stand-in where the country has none of its own."""
        candidates = (self.lines(country, name) for name in (role, *STAND_INS.get(role, ())))
        return next((lines for lines in candidates if lines), ())

    def main(self, country: str, role: str) -> Line | None:
        """Return the line to name in a sentence: one that always answers, if there is one.

        A poison line that sleeps at night is not named in “call now”: the emergency line is.
        """
        lines = self.serving(country, role)
        always = [line for line in lines if line.always]
        if role == "poison" and not always:
            lines = self.serving(country, "emergency")
        return next(iter((*always, *lines)), None)
