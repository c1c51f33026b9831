"""The comments of a YAML file, which reading it leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from screening.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator


def comments(text: str) -> Iterator[tuple[Place, str]]:
    """Yield each comment of a sound text: what is left of a line when all that YAML reads is blanked."""
    left = list(text)
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        start, end = token.start_mark.index, token.end_mark.index
        if getattr(token, "style", None) in ("|", ">"):  # the line with this sign may end in a comment
            start = text.index("\n", start)
        left[start:end] = re.sub(".", " ", text[start:end])
    for number, line in enumerate("".join(left).split("\n"), 1):
        before, sign, rest = line.partition("#")
        if sign:
            yield Place(number, len(before) + 1), sign + rest
