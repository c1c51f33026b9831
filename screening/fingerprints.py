"""Static files: an address that changes with the content, so that browsers can keep them for ever."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from flask import request

from screening.settings import ROOT

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: Flask) -> None:
    @app.url_defaults
    def add(endpoint: str, values: dict[str, str]) -> None:
        if endpoint == "static":
            values["v"] = fingerprint(values["filename"])


@cache
def fingerprint(name: str) -> str:
    return hashlib.sha256((ROOT / "static" / name).read_bytes()).hexdigest()[:12]


def is_current() -> bool:
    """Say whether this request is for a static file as it is now, not as an older or newer copy has it."""
    name = (request.view_args or {}).get("filename", "")
    return (ROOT / "static" / name).is_file() and request.args.get("v") == fingerprint(name)
