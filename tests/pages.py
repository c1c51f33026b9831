"""What a visitor can read and press on a page, taken from its HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

WITHOUT_END = {"meta", "link", "input", "br", "hr", "img", "wbr"}


@dataclass
class Element:
    tag: str
    attrs: dict
    around: tuple
    pieces: list

    @property
    def text(self):
        return " ".join("".join(self.pieces).split())

    def is_called(self, name):
        return name in {
            *self.attrs.get("class", "").split(),
            self.attrs.get("id"),
            self.attrs.get("aria-labelledby"),
        }


class Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.elements, self._open = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, found, tuple(self._open), []))
        if tag not in WITHOUT_END:
            self._open.append(self.elements[-1])

    def handle_endtag(self, _):
        self._open.pop()

    def handle_data(self, data):
        for element in self._open:
            element.pieces.append(data)

    def all(self, tag, *inside):
        """Return the elements of this tag inside others with these classes, ids or labels."""
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(any(other.is_called(name) for other in (*element.around, element)) for name in inside)
        ]

    def texts(self, tag, *inside):
        return [element.text for element in self.all(tag, *inside)]

    def link(self, text):
        """Return where the first link with this text leads."""
        return next((each.attrs["href"] for each in self.all("a") if each.text.startswith(text)), None)

    @property
    def onward(self):
        """Where the one button of a page without a form leads."""
        return self.all("a", "actions")[0].attrs["href"]

    @property
    def title(self):
        return self.texts("title")[0]

    @property
    def checked(self):
        return {each.attrs["value"] for each in self.all("input") if "checked" in each.attrs}

    def sections(self, known):
        """Return which of the known sections have a heading, in the order of the page."""
        return [each.attrs["id"] for each in self.all("h2") if each.attrs.get("id") in known]

    def because(self, section):
        """Return the reasons given for showing a section, one for each answer that opened it."""
        return self.texts("li", section, "because") or self.texts("p", section, "because")
