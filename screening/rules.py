"""The one rule of the check-in: when does something hold for a visitor's answers?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Answers = Mapping[str, frozenset[str]]  # question id -> ids of the options chosen
PREFER_NOT = "prefer-not"  # the way out that every question has, but the one that chooses the route
SKIPPED = frozenset({PREFER_NOT})

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=_ID)]
Text = Annotated[str, StringConstraints(min_length=1)]  # shown as it was written, byte for byte
FactId = Annotated[str, StringConstraints(pattern=r"^F\d+\.\d+$")]

Https = Annotated[str, StringConstraints(pattern=r'^https://[^\s"<>]+$')]
Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Iso = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


def is_id(word: str) -> bool:
    return re.fullmatch(_ID, word) is not None


def _iso(text: object) -> object:
    """Take a date only as 2026-11-22; a bare number is not a date."""
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("must be a date like 2026-11-22")
    return text


def _yes_or_no(text: object) -> object:
    if text not in ("yes", "no"):
        raise ValueError("must be yes or no")
    return text == "yes"


# The types given beside a validator say how a value is written, for the schemas that editors use.
# Some editors read YAML 1.1, where a plain yes is true.
Flag = Annotated[bool, BeforeValidator(_yes_or_no, json_schema_input_type=Literal["yes", "no", True, False])]
Day = Annotated[date, BeforeValidator(_iso, json_schema_input_type=Iso)]

Options = Annotated[frozenset[Id], Field(min_length=1)]
Clause = Annotated[Mapping[Id, Options], Field(min_length=1)]
Condition = Annotated[
    tuple[Clause, ...],
    BeforeValidator(
        lambda given: [given] if isinstance(given, dict) else given,
        json_schema_input_type=Clause | Annotated[tuple[Clause, ...], Field(min_length=1)],
    ),
]


def holds(condition: tuple[Mapping[str, frozenset[str]], ...], answers: Answers) -> bool:
    """Say whether any clause holds; a clause holds when each question it names has one of its options."""
    for clause in condition:  # loops, since each request asks this of every question
        for question, options in clause.items():
            if options.isdisjoint(answers.get(question, ())):
                break
        else:
            return True
    return False


def _or_skipped(condition: tuple[Mapping[str, frozenset[str]], ...]) -> tuple[Clause, ...]:
    return tuple(
        {question: options | SKIPPED for question, options in clause.items()} for clause in condition
    )


# A condition that a skipped answer also meets, so that skipping never hides a later question.
OpenCondition = Annotated[Condition, AfterValidator(_or_skipped)]


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
