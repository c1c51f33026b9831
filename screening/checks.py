"""What the parts of a questionnaire must not get wrong about each other.

Each check reads one route's document and yields every problem, with its line. The shape of things is
checked elsewhere, so whatever has the wrong shape is passed over here: all problems are told at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from screening.conditions import askable, conditions
from screening.references import ids, names, records, repeated, words
from screening.rules import PREFER_NOT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from screening.document import Document
    from screening.problems import Problem
    from screening.strict_yaml import Key


class Known(NamedTuple):
    """The ids that a questionnaire may refer to in other files; None where a file could not be read."""

    facts: Collection[str] | None
    roles: Collection[str] | None


def questionnaire(document: Document, known: Known) -> Iterator[Problem]:
    """Yield what is wrong inside one route's questions, notices and actions."""
    data = document.data
    yield from _first_question(document)
    yield from _questions(document, known)
    yield from _notices(document, known)
    yield from _actions(document, known)
    yield from _end(document)
    yield from _facts(document, ("notes",), data.get("notes"), known)
    yield from repeated(document, ("sections",), data.get("sections"))


def _end(document: Document) -> Iterator[Problem]:
    named = words([document.data.get("finish_after")])
    yield from names(document, ("finish_after",), named, askable(document.data), "question")
    for _, question in records(document.data.get("questions")):
        if question.get("id") in named and ("show_if" in question or "unless" in question):
            yield document.problem(("finish_after",), "no-end", f"“{named[0]}” is not asked of everybody")


def _facts(document: Document, key: Key, record: Any, known: Known) -> Iterator[Problem]:
    listed = words(record.get("facts")) if isinstance(record, dict) else []
    yield from names(document, (*key, "facts"), listed, known.facts, "fact")


def _first_question(document: Document) -> Iterator[Problem]:
    routes = document.data["routes"]
    first = next((question for _, question in records(document.data.get("questions"))), {})
    key: Key = ("questions", 0)
    options = ids(first.get("options"))
    for route in routes:
        if route not in options:
            what = f"the first question has no option that leads to the route “{route}”"
            yield document.problem((*key, "options"), "route-without-option", what)
    yield from names(document, (*key, "options"), options, routes, "route")
    if (
        first.get("choose") != "one"
        or first.get("required") != "yes"
        or "show_if" in first
        or "unless" in first
    ):
        what = "the first question chooses the route: one option, required, always asked"
        yield document.problem(key, "first-question", what)


def _questions(document: Document, known: Known) -> Iterator[Problem]:
    data, everything = document.data, askable(document.data)
    sections, notices = words(data.get("sections")), ids(data.get("notices"))
    yield from repeated(document, ("questions",), data.get("questions"))
    earlier: dict[str, Collection[str]] = {}
    for place, question in records(data.get("questions")):
        key: Key = ("questions", place)
        yield from _facts(document, key, question, known)
        yield from _options(document, key, question, sections, notices)
        yield from conditions(document, key, question, everything, earlier)
        earlier |= {name: everything[name] for name in words([question.get("id")])}


def _options(
    document: Document,
    key: Key,
    question: Mapping[str, Any],
    sections: Collection[str],
    notices: Collection[str],
) -> Iterator[Problem]:
    yield from repeated(document, (*key, "options"), question.get("options"))
    for place, option in records(question.get("options")):
        here: Key = (*key, "options", place)
        if option.get("id") == PREFER_NOT:
            what = f"“{PREFER_NOT}” is added to every question; choose another id"
            yield document.problem(here, "id-taken", what)
        yield from names(document, (*here, "opens"), words(option.get("opens")), sections, "section")
        yield from names(document, (*here, "notices"), words(option.get("notices")), notices, "notice")


def _notices(document: Document, known: Known) -> Iterator[Problem]:
    data, questions = document.data, askable(document.data)
    known_notices = ids(data.get("notices"))
    yield from repeated(document, ("notices",), data.get("notices"))
    for place, notice in records(data.get("notices")):
        key: Key = ("notices", place)
        yield from _facts(document, key, notice, known)
        yield from conditions(document, key, notice, questions, questions)
        yield from names(
            document, (*key, "roles"), words(notice.get("roles")), known.roles, "role of a helpline"
        )
        for name in ("continue_after", "today_after"):
            yield from names(document, (*key, name), words(notice.get(name)), questions, "question")
        quiet = words(notice.get("today_unless_notices"))
        yield from names(document, (*key, "today_unless_notices"), quiet, known_notices, "notice")
        if notice.get("stops") != "never" and "continue" not in notice:
            what = "a notice that stops the visit needs words for going on: “continue”"
            yield document.problem(key, "continue-missing", what)


def _actions(document: Document, known: Known) -> Iterator[Problem]:
    data, questions = document.data, askable(document.data)
    sections, actions, notices = words(data.get("sections")), ids(data.get("today")), ids(data.get("notices"))
    yield from repeated(document, ("today",), data.get("today"))
    for place, action in records(data.get("today")):
        key: Key = ("today", place)
        if ("section" in action) == ("id" in action) or ("id" in action) != ("text" in action):
            yield document.problem(key, "action", "an action has either an id and a text, or a section")
        if "section" in action and "sign" in action:
            yield document.problem(key, "action", "a section brings its own sign")
        yield from _facts(document, key, action, known)
        yield from conditions(document, key, action, questions, questions)
        yield from names(document, (*key, "section"), words([action.get("section")]), sections, "section")
        instead, silent = words(action.get("instead_of")), words(action.get("unless_notices"))
        yield from names(document, (*key, "instead_of"), instead, [*actions, *sections], "action")
        yield from names(document, (*key, "unless_notices"), silent, notices, "notice")
