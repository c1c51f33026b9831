"""What the conditions of a questionnaire may read, and what they get wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screening.references import ids, names, records, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from screening.document import Document
    from screening.problems import Problem
    from screening.strict_yaml import Key


def askable(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the option ids that a condition may name, by question; a skipped answer is not among them."""
    listed = records(data.get("questions"))
    return {
        name: ids(question.get("options")) for _, question in listed for name in words([question.get("id")])
    }


def clauses(condition: Any, key: Key = ()) -> list[tuple[Key, dict[str, Any]]]:
    """Return the clauses of a condition as it is written at `key`: one, or a list of which any may hold."""
    if isinstance(condition, dict):
        return [(key, condition)]
    return [((*key, place), clause) for place, clause in records(condition)]


def conditions(
    document: Document,
    key: Key,
    record: Mapping[str, Any],
    everything: Mapping[str, Collection[str]],
    readable: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """Yield what the conditions of a record get wrong; of everything, they may read what is `readable`."""
    for rule in ("show_if", "unless"):
        for here, clause in clauses(record.get(rule), (*key, rule)):
            yield from names(document, here, clause, everything, "question")
            for question, options in clause.items():
                if question in readable:
                    listed, known = words(options), readable[question]
                    yield from names(document, (*here, question), listed, known, "option")
                elif question in everything:
                    asked = (document.at(_question(document, question)),)
                    what = f"“{question}” is not asked before this"
                    yield document.problem((*here, question), "asked-later", what, used=asked)


def _question(document: Document, name: str) -> Key:
    listed = records(document.data.get("questions"))
    return next(("questions", place) for place, question in listed if question.get("id") == name)
