"""Checks that words of the content name something, and name it once.

What is read here may have the wrong shape, of which another check tells; whatever has is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screening.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from screening.document import Document
    from screening.problems import Place, Problem
    from screening.strict_yaml import Key


def repeated(document: Document, key: Key, node: Any) -> Iterator[Problem]:
    """Yield each word, or record by its id, that the list at `key` holds a second time."""
    seen: dict[str, str] = {}
    for place, word in enumerate(_named(node)):
        here: Key = (*key, place)
        if isinstance(word, str) and word in seen:
            yield document.problem(here, "id-repeated", f"“{word}” is there twice", used=(seen[word],))
        elif isinstance(word, str):
            seen[word] = document.at(here)


def names(
    document: Document, key: Key, named: Iterable[str], known: Collection[str] | None, kind: str
) -> Iterator[Problem]:
    """Yield each of the words that is no known `kind`; none where what is known could not be read."""
    for word in named:
        if known is not None and word not in known:
            what = f"there is no {kind} “{word}”.{did_you_mean(word, known)}"
            yield document.problem(key, "name-unknown", what)._replace(place=place_of(document, key, word))


def place_of(document: Document, key: Key, word: str) -> Place:
    """Return where the list or mapping at `key` holds a word, or else where that begins."""
    listed = _named(document.value(key))
    return document.place((*key, listed.index(word) if word in listed else word))


def words(node: Any) -> list[str]:
    """Return the words of a list, or of the keys of a mapping."""
    return [word for word in node if isinstance(word, str)] if isinstance(node, list | dict) else []


def records(node: Any) -> list[tuple[int, dict[str, Any]]]:
    """Return the mappings of a list, each with its place in it."""
    listed = enumerate(node) if isinstance(node, list) else ()
    return [(place, record) for place, record in listed if isinstance(record, dict)]


def ids(node: Any) -> list[str]:
    return words([record.get("id") for _, record in records(node)])


def _named(node: Any) -> list[Any]:
    """Return the entries of a list, records by their ids."""
    listed = node if isinstance(node, list) else ()
    return [entry.get("id") if isinstance(entry, dict) else entry for entry in listed]
