"""Every text that a visitor on one route can read in a content file, and where it stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from screening.conditions import clauses
from screening.document import Document, for_route, inside, place_in
from screening.problems import Place, Problem
from screening.prose import blocks, named, without_tags
from screening.references import ids, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.codes import Code
    from screening.strict_yaml import Key

KINDS = (
    frozenset({"title", "ask", "short", "hint", "below", "why", "label", "text", "say"})
    | {"continue", "continue_after", "today", "today_after"}  # of notices and sections
    | {"says", "description"}  # of pictures
    | {"missing", "note", "hours", "cost"}  # of helplines
)
BY_QUESTION = frozenset({"continue_after", "today_after"})  # their keys are ids of questions
NOT_READ = frozenset({"sources", "signs", "words", "of_them"}) | {"show_if", "unless"}  # quotes and rules


class Text(NamedTuple):
    """A text as it is read: without fact tags and marks of Markdown, a place for a number by its name.

    `kind` is the key it is given under, or the element that a block of a section becomes: p, h2 and so on.
    """

    document: Document
    key: Key
    kind: str
    said: str
    place: Place

    def problem(self, code: Code, found: str, what: str, *, grave: bool = True) -> Problem:
        """Return a problem of this text, where it first says `found`."""
        return self.document.problem(self.key, code, what)._replace(place=self._of(found), grave=grave)

    def _of(self, found: str) -> Place:
        """Return where the words of `found` stand in the file, whatever marks and lines part them."""
        end = min((place for place in self.document.places.values() if place > self.place), default=None)
        start = self.document.offset(self.place)
        stop = self.document.offset(end) if end else len(self.document.text)
        pattern = r"\b" + r"\W+".join(re.findall(r"\w+", found))
        match = re.compile(pattern).search(self.document.text, start, stop)
        return place_in(self.document.text, match.start()) if match else self.place


def texts(document: Document, route: str) -> Iterator[Text]:
    """Yield what a visitor on this route can read, in its order; what has the wrong shape is passed over."""
    routed = for_route(document, route)
    for key, text in _leaves(routed.data, (), _chooser(routed.data), route):
        kind = _kind(key)
        for said in _parts(key, kind, text):
            yield Text(routed, key, kind, _read(said), routed.place(key))
    for element, line, text in blocks(routed.body):
        yield Text(routed, (), element, _read(text), Place(routed.body_line + line))


def _read(text: str) -> str:
    said = named(without_tags(text)[0]).strip()
    return " ".join(line.strip() for line in said.splitlines() if line.strip())


def _parts(key: Key, kind: str, text: str) -> list[str]:
    """Return the paragraphs of a notice's text, which is Markdown, or any other text whole."""
    if key[:1] == ("notices",) and kind == "text":
        return [said for _, _, said in blocks(text)]
    return [text] if kind else []


def _kind(key: Key) -> str:
    """Return the kind of the text at `key`, or nothing where no visitor reads it."""
    path = words(list(key))
    kind = path[-2] if BY_QUESTION.intersection(path[-2:-1]) else path[-1] if path else ""
    dialed = "lines" in path and kind == "text"
    return kind if kind in KINDS and NOT_READ.isdisjoint(path) and not dialed else ""


def _leaves(node: Any, key: Key, chooser: str, route: str) -> Iterator[tuple[Key, str]]:
    """Yield each piece of text with its key, leaving out what only other routes are shown."""
    if isinstance(node, str):
        yield key, node
    if isinstance(node, dict) and _for_others(node.get("show_if"), chooser, route):
        return
    for part, value in inside(node):
        yield from _leaves(value, (*key, part), chooser, route)


def _chooser(data: Any) -> str:
    """Return the id of the first question, whose answer chooses the route."""
    questions = data.get("questions") if isinstance(data, dict) else None
    return next(iter(ids(questions)), "")


def _for_others(condition: Any, chooser: str, route: str) -> bool:
    """Say whether a condition holds on other routes only."""
    listed = clauses(condition)
    return bool(listed) and all(route not in words(clause.get(chooser, [route])) for _, clause in listed)
