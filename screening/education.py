"""The education sections, and the facts that every clinical sentence rests on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import AfterValidator, Field

from screening.pictures import Picture, Sign
from screening.prose import Words, markdown, with_known_places, without_tags
from screening.rules import Day, FactId, Flag, Https, Id, Record, Text, Year


class Source(Record):
    """A public source: who says it, where. `seen` is how the fact was seen there."""

    by: Text
    title: Text
    year: Year | None = None
    address: Https | None = None
    seen: Literal["primary", "copy", "secondary"] | None = None


class Fact(Record):
    """A publishable fact in our own words. `inference`: a safety step that follows from the sources."""

    id: FactId
    topic: Id
    text: Words
    sources: tuple[Source, ...] = Field(min_length=1)
    inference: Flag = False


class Facts(Record):
    facts: tuple[Fact, ...]


def _with_words(tagged_text: str) -> str:
    if not with_known_places(without_tags(tagged_text)[0]).strip():
        raise ValueError("must not be empty")
    return tagged_text


class FrontMatter(Record):
    """What a section says of itself, as written."""

    title: Words
    facts: tuple[FactId, ...] = Field(
        description="Every fact that the text, `today` and the picture rest on."
    )
    today: Annotated[str, AfterValidator(_with_words)] = Field(
        description="One thing to do today, with the facts it rests on, as in [F5.1]."
    )
    sign: Sign = "talk"
    picture: Picture | None = None
    sources: tuple[Source, ...] = Field(min_length=1, max_length=4)
    reviewed: Day
    review_by: Day


class Section(Record):
    """A section ready to be shown: its first paragraph, and the rest."""

    id: Id
    title: Words
    lead: Markup
    rest: Markup
    today: Words
    sign: Sign
    picture: Picture | None
    facts: tuple[FactId, ...]
    sources: tuple[Source, ...]
    reviewed: date
    review_by: date


def tagged(front: FrontMatter, body: str) -> frozenset[str]:
    """Return the ids of all facts that the text, its action and its picture name."""
    drawn = front.picture.panels if front.picture else ()
    return frozenset(
        [
            *without_tags(body)[1],
            *without_tags(front.today)[1],
            *(fact for panel in drawn for fact in panel.facts),
        ]
    )


def section(name: str, front: FrontMatter, body: str) -> Section:
    """Make a section from its file, whose places for numbers are known to be right."""
    lead, _, rest = without_tags(body)[0].strip().partition("\n\n")
    return Section(
        id=name,
        lead=markdown(lead),
        rest=markdown(rest),
        today=without_tags(front.today)[0],
        **front.model_dump(include={"title", "sign", "facts", "reviewed", "review_by"}),
        picture=front.picture,
        sources=front.sources,
    )
