"""Characters in a content file that nobody can see, or that only look like a space."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from screening.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screening.document import Document

_UNUSUAL = re.compile(r"[^\n -~]")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})  # control, format, no character at all, line ends


def problems(document: Document) -> Iterator[Problem]:
    """Yield each hidden character of the file as it was written, and as advice each unusual space."""
    for match in _UNUSUAL.finditer(document.text):
        kind = unicodedata.category(match[0])
        name = f"{unicodedata.name(match[0], 'control character')} (U+{ord(match[0]):04X})"
        place = document.place_of(match.start())
        if kind == "Zs" or match[0] == "\t":
            yield Problem(document.file, place, "", f"an unusual space: {name}", "space-odd", grave=False)
        elif kind in _HIDDEN:
            yield Problem(document.file, place, "", f"a hidden character: {name}", "character-hidden")
