"""A content file as plain data that remembers which line everything in it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from screening.problems import Place, Problem, did_you_mean, in_a_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from screening.codes import Code
    from screening.strict_yaml import Key


@dataclass(frozen=True)
class Document:
    """A file's plain data (mappings, lists and text only) and the place where each value starts."""

    file: str
    data: Any
    places: Mapping[Key, Place]
    body: str = ""
    body_line: int = 1
    text: str = ""  # the whole file as it was read

    def place(self, key: Key) -> Place:
        """Return the place of the value at `key`, or of the nearest thing around it that exists."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, Place())

    def offset(self, place: Place) -> int:
        """Return how many characters of the file stand before a place."""
        before = self.text.split("\n")[: place.line - 1]
        return sum(len(line) + 1 for line in before) + place.column - 1

    def at(self, key: Key) -> str:
        """Return the place of the value at `key` as `file:line`."""
        return f"{self.file}:{self.place(key).line}"

    def value(self, key: Key) -> Any:
        """Return the value at `key`; nothing where there is none."""
        node: Any = self.data
        for part in key:
            node = node[part] if _has(node, part) else None
        return node

    def where(self, key: Key) -> str:
        """Name a place as an editor knows it: by ids rather than by positions."""
        names = []
        for end, part in enumerate(key, 1):
            node = self.value(key[:end]) if isinstance(part, int) else None
            name = node.get("id") if isinstance(node, dict) else None
            known = isinstance(name, str) and name
            names.append(str(known or (part + 1 if isinstance(part, int) else part)))
        return " > ".join(names)

    def problem(self, key: Key, code: Code, what: str, **more: Any) -> Problem:
        """Return a problem of the value at `key`; `more` is what else a Problem says."""
        where, said = in_a_line(self.where(key)), in_a_line(what)
        return Problem(self.file, self.place(key), where, said, code, **more)


def place_in(text: str, offset: int) -> Place:
    """Return the place that so many characters of a text stand before."""
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - before.rfind("\n"))


def inside(node: Any) -> Iterable[tuple[str | int, Any]]:
    """Return what a mapping or list holds, each with its key or its place; a text holds nothing."""
    if isinstance(node, dict):
        return node.items()
    return enumerate(node) if isinstance(node, list) else ()


def missing_wordings(document: Document, routes: Sequence[str]) -> Iterator[Problem]:
    """Yield each value that is given by route but does not name every route, and no other."""
    for key, node in _mappings(document.data, ()):
        if not node.keys() & set(routes):
            continue
        for route in (route for route in routes if route not in node):
            yield document.problem(key, "wording-missing", f"there is no wording for “{route}”")
        for word in (word for word in node if word not in routes):
            yield document.problem(
                (*key, word), "route-unknown", f"“{word}” is not a route.{did_you_mean(word, routes)}"
            )


def for_route(document: Document, route: str) -> Document:
    """Return the document as one route has it: each value given by route replaced by this route's."""
    places: dict[Key, Place] = {}

    def pick(node: Any, here: Key, there: Key) -> Any:
        places[here] = document.place(there)
        if isinstance(node, dict):
            if route in node:
                return pick(node[route], here, (*there, route))
            return {word: pick(value, (*here, word), (*there, word)) for word, value in node.items()}
        if isinstance(node, list):
            return [pick(item, (*here, place), (*there, place)) for place, item in enumerate(node)]
        return node

    return replace(document, data=pick(document.data, (), ()), places=places)


def _has(node: Any, part: str | int) -> bool:
    if isinstance(node, dict):
        return part in node
    return isinstance(node, list) and isinstance(part, int) and part < len(node)


def _mappings(node: Any, key: Key) -> Iterator[tuple[Key, dict[str, Any]]]:
    if isinstance(node, dict):
        yield key, node
    for part, value in inside(node):
        yield from _mappings(value, (*key, part))
