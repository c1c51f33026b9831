"""How texts are set: the length of their sentences, their quotes, dashes and spaces. All of it is advice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from screening.grade import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.codes import Code
    from screening.problems import Problem
    from screening.texts import Text

LONG = 25  # words in a sentence


class Look(NamedTuple):
    """A way of setting words that is not ours."""

    code: Code
    pattern: re.Pattern[str]
    what: str


# Each begins where a word does: one that began anywhere would be tried from each letter of a long one.
LOOKS = (
    Look(
        "quotes-straight",
        re.compile(r"(?<!\S)\S*['\"]\S*"),
        "write “ ”, ‘ ’ or ’ in place of straight quotes",
    ),
    Look("space-double", re.compile(r"(?<!\S)\S+ {2,}\S+"), "write one space in place of more"),
    Look("space-before", re.compile(r"\b\w+ +[,.;:?!](?!\S)"), "write no space before this mark"),
    Look("dots", re.compile(r"(?:\b\w+|(?<![\w\s]))\s*\.{3,}"), "write … in place of three dots"),
    Look("dash", re.compile(r"(?<!\S)\S+ --? \S+"), "write a comma, a colon or – in place of a hyphen"),
)


def problems(text: Text) -> Iterator[Problem]:
    """Yield as advice what is long, and what is not set as our texts are."""
    for sentence in sentences(text.said):
        count = len(words(sentence))
        if count > LONG:
            what = f"a sentence of {count} words; aim at {LONG} at most"
            yield text.problem("sentence-long", sentence, what, grave=False)
    for look in LOOKS:
        for found in dict.fromkeys(look.pattern.findall(text.said)):
            yield text.problem(look.code, found, f"“{found}”: {look.what}", grave=False)
