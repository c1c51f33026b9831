"""Text that visitors read: Markdown made safe once, and places where a phone number goes.

A text never holds a number. It names a role, as in `Call {emergency}`, and the number of the
visitor's own country takes its place when the page is made. A tag such as `[F5.1, F5.2]` after a
sentence names the facts it rests on; it is read, checked and taken out.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from pydantic import AfterValidator, StringConstraints

from screening.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screening.codes import Code

LONGEST_PROSE = 2000  # characters; the real ones are under 400, and Markdown can take long to read
PLACES = ("emergency", "crisis", "poison", "treatment", "reach crisis", "emergency or poison")
_PLACE = re.compile(r"\{([^{}]*)\}")
# A tag and the gap before it; not begun inside a gap, or a long one would be tried from each of its spaces.
_TAG = re.compile(r"(?<!\s)\s*\[(F\d+\.\d+(?:,\s*F\d+\.\d+)*)\]")

_markdown = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "html_block", "html_inline", "link", "autolink", "code", "fence"],
)


class PlaceError(ValueError):
    """A text names a place that no number fills."""

    code: Code = "place-unknown"


def with_known_places(text: str) -> str:
    """Return `text` on one line, or raise PlaceError where it names a place that no number fills."""
    for name in _PLACE.findall(text):
        if name not in PLACES:
            raise PlaceError(f"“{{{name}}}” is not a number we know.{did_you_mean(name, PLACES)}")
    if set("{}") & set(_PLACE.sub("", text)):
        raise PlaceError("a brace { or } stands alone")
    return text


def on_one_line(text: str) -> str:
    return " ".join(text.split())


Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(on_one_line),
    AfterValidator(with_known_places),
]


def markdown(text: str) -> Markup:
    """Return CommonMark without HTML, links or images as safe HTML; places for numbers stay."""
    return Markup(_markdown.render(with_known_places(text)))  # noqa: S704 - the renderer escapes everything


def blocks(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield each heading and paragraph of Markdown: its element, its line from 0, and its words."""
    for opening, inside in pairwise(_markdown.parse(text)):
        if inside.type == "inline":
            pieces = inside.children or ()
            words = "".join(" " if piece.type.endswith("break") else piece.content for piece in pieces)
            yield opening.tag, (inside.map or [0])[0], words


Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_PROSE, pattern=r"\S"),
    AfterValidator(markdown),  # made into Markup
]


def without_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without its fact tags, and the ids of the facts in the order they are named."""
    ids = [fact for tag in _TAG.findall(text) for fact in re.split(r",\s*", tag)]
    return _TAG.sub("", text), tuple(dict.fromkeys(ids))


def named(text: str) -> str:
    """Return the text with each place for a number said by its name."""
    return _PLACE.sub(r"\1", text)


def filled(text: str, numbers: Mapping[str, str]) -> Markup:
    """Put the visitor's numbers in their places. Plain text is escaped; Markup stays as it is."""
    return Markup(_PLACE.sub(lambda place: escape(numbers[place[1]]), escape(text)))  # noqa: S704 - both escaped
