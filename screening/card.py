"""A counselor's own card as a document that stands alone, to be printed and cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template
from markupsafe import Markup

from screening import serving
from screening.assets import SHEET, style
from screening.content import load
from screening.links import Shared, link
from screening.problems import did_you_mean
from screening.qr import drawing
from screening.settings import Settings, SettingsError

if TYPE_CHECKING:
    from pathlib import Path


def card(folder: Path, name: str, origin: str) -> str:
    """Return the cards of a referral as HTML. Raises ContentError, or SettingsError where one is missing."""
    held = load(folder)
    if not origin.startswith("https://"):
        raise SettingsError("A card needs the public https:// address: --origin or SCREENING_ORIGIN.")
    if name not in held.referrals:
        raise SettingsError(f"referrals.yaml has no “{name}”.{did_you_mean(name, held.referrals)}")

    referral = held.referrals[name]
    to = Shared(country=referral.country, referral=name)
    app = serving(held, Settings(content=folder, country=referral.country))
    with app.test_request_context():
        address, sheets = link(origin.rstrip("/"), to), style(SHEET, "share.css")
        drawn = Markup(drawing(address).decode())  # noqa: S704 - made here
        return render_template(
            "handed.html", to=to, link=address, referral=referral, alone=True, drawn=drawn, style=sheets
        )
