"""The ways to answer a question, as far as anything can tell them apart."""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from screening.packing import packed
from screening.rules import PREFER_NOT, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from screening.questionnaire import Question

CAP = 500_000  # ways to answer a question, or to come to it and answer it; beyond it nothing is claimed


class CapError(Exception):
    """There is more to search at a question than CAP allows."""

    def __init__(self, question: str, what: str) -> None:
        super().__init__(f"not searched: more than {CAP:,} {what}, which is CAP in screening/moves.py")
        self.question = question


class Move(NamedTuple):
    """A way to answer, for all answers that no reader can tell apart: what is kept of them, the one with the
    fewest options, and the longest."""

    kept: frozenset[str]
    shortest: frozenset[str]
    longest: frozenset[str]


def moves(question: Question, reads: Iterable[frozenset[str]]) -> list[Move]:
    """Return the ways to answer that readers of these sets of options can tell apart. Raises CapError."""
    sets = tuple(dict.fromkeys(reads))
    options = [*([] if question.required else [PREFER_NOT]), *(option.id for option in question.options)]
    kinds = {option: tuple(option in each for each in sets) for option in options}
    heads = {kind: option for option, kind in reversed(kinds.items())}
    alike: dict[frozenset[str], list[frozenset[str]]] = {}
    for answer in _answers(question, kinds):
        kept = frozenset(heads[kinds[option]] for option in answer if any(kinds[option]))
        alike.setdefault(kept, []).append(answer)
    return [Move(kept, min(every, key=given), max(every, key=_size)) for kept, every in alike.items()]


def _answers(question: Question, kinds: Mapping[str, tuple[bool, ...]]) -> Iterator[frozenset[str]]:
    """Yield each option that stands alone, and the kinds of the others in any number."""
    together: dict[tuple[bool, ...], list[str]] = {}
    for option, kind in kinds.items():
        if question.choose == "one" or option in question.alone:
            yield frozenset([option])
        else:
            together.setdefault(kind, []).append(option)
    if 2 ** len(together) > CAP:
        raise CapError(question.id, "ways to answer it")
    for count in range(1, len(together) + 1):
        for chosen in combinations(together.values(), count):
            yield frozenset(members[0] for members in chosen)
            yield frozenset(chain.from_iterable(chosen))


def given(answer: frozenset[str]) -> int:
    """Return how many options were chosen: skipping is none."""
    return len(answer - SKIPPED)


def _size(answer: frozenset[str]) -> int:
    return len(packed({"": answer}))
