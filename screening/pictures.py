"""The drawings and signs of `static/pictures.svg` and `static/signs.svg`, as the content may name them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from screening.prose import Words
from screening.rules import FactId, Record

# Beside each of the three things to do: what kind of thing it is.
Sign = Literal["call", "talk", "write", "safe", "keep", "look"]

Drawing = Literal[
    "signal-alone",
    "signal-helped",
    "receivers-first",
    "receivers-later",
    "two-things",
    "stop-suddenly",
    "step-down-slowly",
    "breath-one",
    "breath-mixed",
]


class Panel(Record):
    """One drawing, what it looks like in words, and a sentence that says the same."""

    drawing: Drawing
    title: Words
    description: Words
    says: Words
    facts: tuple[FactId, ...] = Field(min_length=1)


class Picture(Record):
    title: Words
    panels: tuple[Panel, ...] = Field(min_length=1)
