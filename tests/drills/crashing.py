"""The application with one page more, which crashes with what was sent to it in its message."""

from types import MethodType

from flask import Flask, request

from screening import create_app


def crash():
    raise LookupError(str(request.form))


def private():
    app = create_app()
    app.add_url_rule("/crash", "crash", crash, methods=["POST"])
    return app


def telling():
    """Return the same as Flask alone would run it: it logs every crash with its message."""
    app = private()
    app.log_exception = MethodType(Flask.log_exception, app)
    app.logger.disabled = False
    return app
