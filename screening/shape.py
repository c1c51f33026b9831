"""Make records from documents, with errors an editor understands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from screening.problems import ContentError, Problem, did_you_mean, first
from screening.rules import Record

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from screening.document import Document

Made = TypeVar("Made", bound=Record)

_LIKE = {  # by an example of what is allowed: how it is written
    "…": "must not be empty",
    "ran-out-early": "must be small letters, digits and hyphens only, like ran-out-early",
    "word": "must be small letters only, like word",
    "F1.3": "must be the id of a fact, like F1.3",
    "US": "must be a code, like US or GB-SCT",
    "12-34": "must be a telephone number: digits, with spaces or hyphens between them",
    "911": "must be digits only, like 911",
    "2025": "must be a year, like 2025",
    "https://example.org": "must be an address, like https://example.org",
}
_SAID = {
    "string_type": "must be text",
    "string_too_short": "must not be empty",
    "string_too_long": "is too long",
    "too_short": "must not be empty",
    "tuple_type": "must be a list",
    "frozen_set_type": "must be a list",
    "int_parsing": "must be a whole number",
    "model_type": "must be a set of keys and values",
    "mapping_type": "must be a set of keys and values",
}


def shaped(document: Document, kind: type[Made]) -> Made:
    """Return a document's data as a record of this kind. Raises ContentError with every line at fault."""
    try:
        return kind.model_validate(document.data)
    except ValidationError as error:
        details = error.errors()
        inside = {detail["loc"][:-1] for detail in details} | {detail["loc"][:-2] for detail in details}
        # pydantic calls a list too short when its entries are wrong; the entries are what to mend.
        told = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in inside]
        raise ContentError(first(_problem(document, detail) for detail in told)) from error


def _problem(document: Document, detail: ErrorDetails) -> Problem:
    key = detail["loc"]
    if detail["type"] == "extra_forbidden":
        word = str(key[-1])
        what = f"there is no key “{word}” here.{did_you_mean(word, keys())}"
        return document.problem(key, "key-unknown", what)
    if detail["type"] == "missing":
        return document.problem(key[:-1], "key-missing", f"“{key[-1]}” is missing")
    if detail["type"] == "value_error":
        said = detail["ctx"]["error"]
        return document.problem(key, getattr(said, "code", "shape"), str(said))
    if detail["type"] == "string_pattern_mismatch":
        how = (said for like, said in _LIKE.items() if re.search(detail["ctx"]["pattern"], like))
        return document.problem(key, "shape", next(how, "is not written as it must be"))
    return document.problem(key, "shape", _SAID.get(detail["type"], detail["msg"]))


def keys() -> set[str]:
    """Return the keys of every record."""
    kinds = Record.__subclasses__()
    return {field.alias or name for kind in kinds for name, field in kind.model_fields.items()}
