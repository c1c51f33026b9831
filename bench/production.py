"""The product as it runs for the public: HTTPS on, keys set, every header sent."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet

from screening import create_app, serving
from screening.settings import from_environment

if TYPE_CHECKING:
    from flask import Flask

    from screening.content import Content

HOST = "check.example"
ORIGIN = f"https://{HOST}"


def environment() -> dict[str, str]:
    """Return settings with keys of this run, to be given to every process that serves in it."""
    return {
        "SCREENING_HTTPS": "on",
        "SCREENING_KEYS": Fernet.generate_key().decode(),
        "SCREENING_CSRF_KEY": secrets.token_urlsafe(32),
        "SCREENING_ORIGIN": ORIGIN,
        "SCREENING_OPERATOR": "A clinic",
        "SCREENING_CONTACT": "office@clinic.example",
    }


def product(environ: dict[str, str], content: Content | None = None) -> Flask:
    """Return the product with the content that ships, or with other content."""
    settings = from_environment(environ)
    return serving(content, settings) if content else create_app(settings)
