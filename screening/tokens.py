"""The token of every form: Flask-WTF checks it, and here it is made so that its check holds.

Flask-WTF makes one too, but builds its signer anew for each page, which took a twentieth of a question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, request
from flask_wtf import CSRFProtect
from itsdangerous import TimestampSigner
from itsdangerous.encoding import base64_encode

from screening import visit

if TYPE_CHECKING:
    from flask import Flask

SALT = "wtf-csrf-token"  # Flask-WTF's own


def init_app(app: Flask) -> None:
    """Refuse whatever would change something and has no token of ours; what has no page says so itself."""
    tokens = CSRFProtect(app)
    signer = TimestampSigner(app.config["WTF_CSRF_SECRET_KEY"], SALT)

    @app.before_request
    def check() -> None:
        if request.method not in {"GET", "HEAD"} and request.endpoint:
            tokens.protect()

    @app.template_global()
    def form_token() -> str:
        if "form_token" not in g:
            g.form_token = signer.sign(base64_encode(f'"{visit.form_secret()}"')).decode()  # as JSON
        return str(g.form_token)
