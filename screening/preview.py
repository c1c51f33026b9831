"""The page of every question as one document that stands alone, to be printed, agreed and signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template

from screening import create_app
from screening.assets import SHEET, style
from screening.current import content
from screening.settings import Settings
from screening.side_by_side import rows

if TYPE_CHECKING:
    from pathlib import Path


def preview(folder: Path) -> str:
    """Return the document as HTML. Raises ContentError where the content is not sound."""
    app = create_app(Settings(content=folder))
    with app.test_request_context():
        made, sheets = content(), style(SHEET, "preview.css")
        return render_template(
            "preview.html", content=made, rows=rows(made.questionnaires), alone=True, style=sheets
        )
