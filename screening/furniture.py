"""What every template may use, worked out once at start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.ext import Extension
from markupsafe import Markup

from screening.side_by_side import asked

if TYPE_CHECKING:
    from datetime import date

    from flask import Flask

    from screening.content import Content
    from screening.settings import Settings


# What a search engine or a chat shows of a link: nothing that tells what the page is about.
PREVIEW = "A private check-in: questions, information, and who to call. No name, no account."


class Unindented(Extension):
    """Take the indentation out of templates when they are compiled: visitors need not download it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - the shape Jinja asks for
        return re.sub(r"^[ \t]+", "", source, flags=re.MULTILINE)


def init_app(app: Flask, content: Content, settings: Settings) -> None:
    first = content.questionnaires[content.first_route]
    sections = content.sections[content.first_route]
    app.jinja_env.add_extension(Unindented)
    app.jinja_env.globals.update(
        settings=settings,
        site=first.title,
        preview=PREVIEW,
        cookie=app.config["SESSION_COOKIE_NAME"],
        countries=content.helplines.countries,
        roles={role.id: role for role in content.helplines.roles},
        first_question=content.first_question.id,
        lengths={route: len(path) for route, path in asked(content.questionnaires).items()},
        pinned=first.sections[0],  # shown to everybody, whatever they answered
        titles={name: section.title for name, section in sections.items()},
        fingerprint=content.fingerprint,
    )
    app.add_template_filter(_day, "day")
    app.add_template_filter(_below, "below")


def _below(html: Markup) -> Markup:
    """Return the text of one section among several, its headings a level lower."""
    return Markup(str(html).replace("h3>", "h4>").replace("h2>", "h3>"))  # noqa: S704 - it was safe before


def _day(when: date) -> str:
    """Return `November 22, 2026`."""
    return f"{when:%B} {when.day}, {when.year}"
