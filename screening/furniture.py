"""What every template may use, worked out once at start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening.journey import walk

if TYPE_CHECKING:
    from datetime import date

    from flask import Flask

    from screening.content import Content
    from screening.settings import Settings


def init_app(app: Flask, content: Content, settings: Settings) -> None:
    first = content.questionnaires[content.first_route]
    sections = content.sections[content.first_route]
    app.jinja_env.globals.update(
        settings=settings,
        site=first.title,
        cookie=app.config["SESSION_COOKIE_NAME"],
        countries=content.helplines.countries,
        roles={role.id: role for role in content.helplines.roles},
        first_question=first.questions[0].id,
        lengths=_lengths(content),
        pinned=first.sections[0],  # shown to everybody, whatever they answered
        titles={name: section.title for name, section in sections.items()},
    )
    app.add_template_filter(_day, "day")


def _lengths(content: Content) -> dict[str, int]:
    """Return how many questions each route asks of somebody who skips them all."""
    questionnaires = content.questionnaires
    first = questionnaires[content.first_route].questions[0].id
    return {route: len(walk(questionnaires, {first: frozenset({route})}).path) for route in questionnaires}


def _day(when: date) -> str:
    """Return `November 22, 2026`."""
    return f"{when:%B} {when.day}, {when.year}"
