"""Characters that nobody can see, or that only look like a space."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNUSUAL = re.compile(r"[^\n -~]")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})  # control, format, no character at all, line ends


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a character stands that hides, ends a line unseen or turns the text, and its name."""
    for match in _UNUSUAL.finditer(text):
        if unicodedata.category(match[0]) in _HIDDEN and match[0] != "\t":
            yield match.start(), f"a hidden character: {_name(match[0])}"


def unusual_spaces(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a tab or another unusual space stands, and its name."""
    for match in _UNUSUAL.finditer(text):
        if unicodedata.category(match[0]) == "Zs" or match[0] == "\t":
            yield match.start(), f"an unusual space: {_name(match[0])}"


def _name(character: str) -> str:
    return f"{unicodedata.name(character, 'control character')} (U+{ord(character):04X})"
