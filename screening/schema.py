"""A JSON Schema for each content file but the word list, so that an editor can help while it is typed.

The schemas are made from the records that the content is loaded into, and kept in `docs/schema`. They tell
the shape of a file; whether its ids and dates make sense is for `python -m screening check`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from screening.education import Facts, FrontMatter
from screening.helplines import Helplines
from screening.questionnaire import Questionnaire
from screening.referrals import Referrals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import core_schema

    from screening.rules import Record

Schema = dict[str, Any]


class _AsWritten(GenerateJsonSchema):
    """Tells what may stand in a file: a key that is not needed is left out there, and never null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        made = super().dict_schema(schema)
        ((pattern, values),) = made.pop("patternProperties").items()  # which would let any other key pass
        return made | {"propertyNames": {"pattern": pattern}, "additionalProperties": values}

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - a title would say the key again
        return False


def schemas() -> Mapping[str, Schema]:
    """Return each JSON Schema (draft 2020-12) by its own file name."""
    return {
        "questions.json": _routed(_plain(Questionnaire), "#"),
        "section.json": _routed(_plain(FrontMatter), "#"),
        "helplines.json": _plain(Helplines),
        "facts.json": _plain(Facts),
        "referrals.json": _plain(Referrals),
    }


def written() -> Mapping[str, str]:
    """Return the text of each schema's file, by its name."""
    return {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas().items()
    }


def _plain(kind: type[Record]) -> Schema:
    return {"$schema": _AsWritten.schema_dialect, **kind.model_json_schema(schema_generator=_AsWritten)}


def _routed(schema: Schema, here: str) -> Schema:
    """Return the schema that stands at `here`, with every value in it open to one wording for each route."""
    inside = {
        "$defs": {
            name: _routed(record, f"{here}/$defs/{name}") for name, record in schema.get("$defs", {}).items()
        },
        "properties": {
            name: _value(value, f"{here}/properties/{name}")
            for name, value in schema.get("properties", {}).items()
        },
        "anyOf": [_routed(way, f"{here}/anyOf/{place}") for place, way in enumerate(schema.get("anyOf", ()))],
        "items": _value(schema.get("items"), f"{here}/items"),
        "additionalProperties": _value(schema.get("additionalProperties"), f"{here}/additionalProperties"),
    }
    return schema | {word: made for word, made in inside.items() if made}


def _value(schema: Any, here: str) -> Any:
    """Return the schema of a value that is written once, or in a mapping that has it once for each route."""
    if not schema or here == "#/properties/routes":  # what names the routes cannot depend on them
        return schema
    said = {"description": schema["description"]} if "description" in schema else {}
    plain = {word: value for word, value in schema.items() if word not in said}
    by_route = {"type": "object", "minProperties": 1, "additionalProperties": {"$ref": here}}
    return said | {"anyOf": [_routed(plain, f"{here}/anyOf/0"), by_route]}
