"""What the running application was made with: its content and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import current_app

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask
    from wtforms import Form

    from screening.content import Content
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
