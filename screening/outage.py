"""The page for when the site itself cannot answer, to be handed to the server in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template

from screening import create_app
from screening.assets import style

if TYPE_CHECKING:
    from screening.settings import Settings


def outage(settings: Settings) -> str:
    """Return the page as HTML. Raises ContentError or SettingsError where the site would not start either."""
    app = create_app(settings)
    with app.app_context():
        return render_template("outage.html", style=style("outage.css"))
