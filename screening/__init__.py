"""A private check-in about clonazepam: questions, matching education, and who to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screening import (
    assets,
    checkin,
    current,
    errors,
    furniture,
    headers,
    kept,
    lasting,
    numbers,
    reading,
    sharing,
    tokens,
)
from screening.application import PrivateFlask
from screening.box import Box
from screening.content import load
from screening.forms import forms
from screening.packing import BESIDE, MOST
from screening.sealed_cookie import SealedSessions
from screening.settings import ROOT, Settings, SettingsError, from_environment

if TYPE_CHECKING:
    from flask import Flask

    from screening.content import Content


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application. Raises ContentError or SettingsError where it must not start."""
    settings = settings or from_environment()
    return serving(load(settings.content), settings)


def serving(content: Content, settings: Settings) -> Flask:
    """Return the application for this content. Raises SettingsError where it must not start."""
    country = settings.country or content.helplines.default
    if country not in content.helplines.by_id:
        raise SettingsError(f"SCREENING_COUNTRY: helplines.yaml has no country “{country}”.")

    app = PrivateFlask(__name__, root_path=str(ROOT), static_folder=None)
    _configure(app, settings)
    app.session_interface = SealedSessions(
        Box(settings.keys, MOST + BESIDE),
        idle=settings.idle,
        longest=settings.longest,
    )
    current.init_app(app, current.Running(content, settings, forms(content.questionnaires)))
    assets.init_app(app)
    kept.init_app(app)
    furniture.init_app(app, content, settings)
    headers.init_app(app, https=settings.https)
    tokens.init_app(app)
    for pages in (checkin, lasting, reading, sharing):
        app.register_blueprint(pages.bp)
    numbers.init_app(app, content.helplines, country)
    errors.init_app(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.csrf_key,  # Flask-WTF asks for it; the session is sealed with keys of its own
        WTF_CSRF_SECRET_KEY=settings.csrf_key,
        WTF_CSRF_TIME_LIMIT=None,  # the visit's own limits decide; slow readers must not be turned away
        WTF_CSRF_CHECK_DEFAULT=False,  # it would look at every request; see tokens.py
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer, which we tell browsers not to send
        SESSION_COOKIE_NAME="__Host-s" if settings.https else "s",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",  # a shared link must meet a visit that is under way
        TRUSTED_HOSTS=list(settings.hosts),
        PROVIDE_AUTOMATIC_OPTIONS=False,
        PREFERRED_URL_SCHEME="https" if settings.https else "http",
    )
    app.jinja_options = {"trim_blocks": True}
