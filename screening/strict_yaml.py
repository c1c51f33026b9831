"""Parse YAML as text and nothing but text, with the place of every value.

YAML guesses: `no` becomes false, `010` becomes 8, a repeated key silently wins. Content that holds
phone numbers must not be guessed at, so every scalar stays as it was written, and anchors, aliases,
tags and repeated keys are refused. Knows yaml, and nothing of this product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from screening.characters import hidden
from screening.problems import ContentError, Place, Problem, first, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.codes import Code

Key = tuple[str | int, ...]  # where a value sits: ("questions", 3, "ask")
DEEPEST = 20  # levels; content has seven, and no reader of it could follow twenty
MOST = 5000  # values; the largest file of the content has under 2,000
_COLUMN = "the line does not start in the same column as those it belongs to"
_PLAINLY = {  # what the parser says of the slips that editors make, and what to look for
    "mapping values are not allowed in this context": f"a text with a colon needs quotes, or {_COLUMN}",
    "did not find expected '-' indicator": _COLUMN,
    "did not find expected key": f"a quote is missing, or {_COLUMN}",
    "did not find expected ',' or '}'": "a comma, a quote or the closing } is missing",
    "did not find expected ',' or ']'": "a comma, a quote or the closing ] is missing",
    "could not find expected ':'": "a colon here or above has no space after it, or a text is not indented",
    "found unexpected end of stream": "the file ends before a quote is closed",
    "found a tab character that violates indentation": "the line starts with a tab: use spaces",
    "found character that cannot start any token": "a text that starts so needs straight quotes",
}


def parse(text: str, name: str) -> tuple[Any, dict[Key, Place]]:
    """Return plain data (mappings, lists, text) and the place where each value starts.

    Raises ContentError, naming the file `name`, with every fault found.
    """
    reader = _Reader(text, name)
    try:
        data = reader.document()
    except yaml.YAMLError as error:
        raise ContentError([*first(reader.problems), _syntax(error, text, name)]) from error

    stop(reader.problems)
    return data, reader.places


def _syntax(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """Return where YAML lost the thread, at the latest on the last line, and where that thread began."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or "this is not YAML text"
    place = min(_place(mark), Place(len(text.splitlines()) or 1)) if mark else Place()
    used = (f"{name}:{begun.line + 1}",) if begun and begun.line + 1 < place.line else ()
    return Problem(name, place, "", f"cannot be read: {_PLAINLY.get(said, said)}", "yaml", used=used)


def _place(mark: yaml.Mark) -> Place:
    return Place(mark.line + 1, mark.column + 1)


class _Reader:
    """Turns the events of one file into plain data, and notes what hides or repeats."""

    def __init__(self, text: str, name: str) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._name = name
        self.problems: list[Problem] = []
        self.places: dict[Key, Place] = {}

    def document(self) -> Any:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        data = self._value(next(self._events), ())
        next(self._events)  # the end of the document
        second = next(self._events)
        if not isinstance(second, yaml.StreamEndEvent):
            self._refuse(second, "yaml", "cannot be read: a second document begins here")
        return data

    def _value(self, event: Any, key: Key) -> Any:
        self.places.setdefault(key, _place(event.start_mark))
        self._look(event)
        if len(key) > DEEPEST:
            raise yaml.MarkedYAMLError(None, None, "the file is nested too deeply", event.start_mark)
        if len(self.places) > MOST:
            raise yaml.MarkedYAMLError(None, None, f"there are more than {MOST} values", event.start_mark)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(key)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(key)
        return "" if isinstance(event, yaml.AliasEvent) else str(event.value)

    def _sequence(self, key: Key) -> list[Any]:
        made: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            made.append(self._value(event, (*key, len(made))))
        return made

    def _mapping(self, key: Key) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            word = self._word(event, key)
            if word in made:
                self._refuse(event, "key-repeated", "this key is repeated", word)
            self.places[(*key, word)] = _place(event.start_mark)
            made[word] = self._value(next(self._events), (*key, word))
        return made

    def _word(self, event: Any, key: Key) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._look(event)
            return str(event.value)
        self._refuse(event, "key-kind", "a key must be a word")
        self._value(event, (*key, ""))
        return ""

    def _look(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "yaml-alias", "an alias (*) is not allowed")
        elif event.anchor:
            self._refuse(event, "yaml-anchor", "an anchor (&) is not allowed")
        elif event.tag:
            self._refuse(event, "yaml-tag", "a tag (!) is not allowed")
        elif isinstance(event, yaml.ScalarEvent):  # an escape such as \u202e, which a file does not show
            for _, what in hidden(event.value):
                self._refuse(event, "character-hidden", what)

    def _refuse(self, event: Any, code: Code, what: str, where: str = "") -> None:
        self.problems.append(Problem(self._name, _place(event.start_mark), where, what, code))
