"""What every figure is a multiple of: Flask with one constant route."""

from flask import Flask


def bare() -> Flask:
    app = Flask("hello", static_folder=None)
    app.add_url_rule("/", "hello", lambda: "hello")
    return app
