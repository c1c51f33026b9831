"""What the running application was made with: its content and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import current_app

from screening.journey import walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask
    from wtforms import Form

    from screening.content import Content
    from screening.journey import Journey
    from screening.rules import Answers
    from screening.settings import Settings

NAME = "screening"


@dataclass(frozen=True)
class Running:
    content: Content
    settings: Settings
    forms: Mapping[tuple[str, str], type[Form]]  # by route and question


def init_app(app: Flask, running: Running) -> None:
    app.extensions[NAME] = running


def running() -> Running:
    return cast("Running", current_app.extensions[NAME])


def content() -> Content:
    return running().content


def walked(stored: Answers) -> Journey:
    """Return the journey that stored answers make through this content."""
    return walk(content().questionnaires, stored)
