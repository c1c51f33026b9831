"""What a check-in tells somebody to do: now, today, and at an appointment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from screening.pictures import Sign
from screening.prose import Prose, Words
from screening.rules import Condition, FactId, Id, Record


class Notice(Record):
    """Something to do now. It stops the visit each time, the first time only, or never."""

    id: Id
    stops: Literal["always", "first", "never"]
    roles: tuple[Id, ...] = Field(description="The helplines shown with it, by what they do.")
    title: Words
    text: Prose
    short: Words = Field(description="The same in one line, where another notice comes first.")
    go_on: Words | None = Field(None, alias="continue", description="The link that goes on with the visit.")
    go_on_after: Mapping[Id, Words] = Field(
        {}, alias="continue_after", description="Other words for that link, by the question that raised it."
    )
    today: Words = Field(description="What it puts among the three things to do today.")
    today_after: Mapping[Id, Words] = Field({}, description="Other words for that, by the question.")
    today_unless_notices: tuple[Id, ...] = Field((), description="Notices that silence its `today`.")
    sign: Sign = "call"
    facts: tuple[FactId, ...] = ()
    show_if: Condition = Field((), description="Raised where this holds, as well as by an option.")


class Action(Record):
    """One thing that may be among the three to do today: own words, or a section's."""

    id: Id | None = None
    section: Id | None = None
    text: Words | None = None
    sign: Sign = "talk"
    facts: tuple[FactId, ...] = ()
    show_if: Condition = Field((), description="Taken only where this holds.")
    unless: Condition = Field((), description="Left out where this holds.")
    unless_notices: tuple[Id, ...] = Field((), description="Left out while one of these is active.")
    instead_of: tuple[Id, ...] = Field((), description="Actions and sections that it makes needless.")

    @property
    def name(self) -> str:
        return self.section or self.id or ""


class Notes(Record):
    """The sheet for an appointment: questions to ask, and sentences to read out."""

    ask: tuple[Words, ...]
    say: tuple[Words, ...]
    facts: tuple[FactId, ...] = ()
