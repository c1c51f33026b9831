"""Whether a number that people read is the number that their phone dials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from screening.helplines import Line

# Digits, and the letters that stand for them as in 1-800-CALLING; not the digits of a web address.
_NUMBER = re.compile(r"(?<![\w.-])\+?\d(?:[\s.()-]*\d|-?[A-Z])*(?![\w-]|\.\w)")
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SHORTEST = 3  # digits; fewer are a key to press, as in “988, then press 1”

# What `call` may hold and `shown` leave out. In a country not named here, both hold the whole number.
_CALLING_CODES = {
    "US": "1",
    "CA": "1",
    "MX": "52",
    "GB": "44",
    "IE": "353",
    "ES": "34",
    "AU": "61",
    "NZ": "64",
}


def differences(line: Line, country: str, dialed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each key of a line that disagrees with the others, and what is wrong with it.

    `dialed` are the numbers that any line of any country dials: people may read one of these as well.
    """
    read = {"shown": _numbers(line.shown), "text_shown": _numbers(line.text_shown or "")}
    every = {form for number in read["shown"] + read["text_shown"] for form in _forms(number, country)}
    for key, number in (("call", line.call), ("text", line.text)):
        if number and number not in every:
            yield key, f"phones dial “{number}”, but this is not a number that people read here"
    for key, numbers in read.items():
        for number in numbers:
            if len(number) >= _SHORTEST and _forms(number, country).isdisjoint(dialed):
                yield key, f"people read “{number}”, but no line dials it"
    if line.keyword and not line.text_shown and line.keyword not in re.findall(r"\w+", line.shown):
        yield "keyword", f"people text “{line.keyword}”, but “shown” does not say so"


def _numbers(text: str) -> list[str]:
    """Return the numbers of a text as the keys to press, each with the + it may start with."""
    return [re.sub(r"[^+\dA-Z]", "", found).translate(_KEYPAD) for found in _NUMBER.findall(text)]


def _forms(number: str, country: str) -> set[str]:
    """Return how phones may dial a number: as it is read, or from abroad, where a first 0 falls away."""
    code = _CALLING_CODES.get(country[:2], "")
    return {number, f"+{number}", f"+{code}{number.removeprefix('0')}"}
