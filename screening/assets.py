"""Static files: read, joined and compressed once at start, under addresses that change with the content."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import brotli
from flask import Response, abort, current_app, request
from markupsafe import Markup

from screening.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from flask import Flask

NAME = "assets"
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}
# Comments, indentation and the spaces of a stylesheet are for us: visitors need not download them. No text
# or address of ours in such a file holds these signs.
COMMENT, INDENT = rb"[ \t]*/\*.*?\*/", rb"^\s+"
SPACE = rb"(?<=[{};:,])\s+(?!\s*\")|\s+(?=[{}])"  # but none that begins what is shown
NEEDLESS = {
    ".css": re.compile(b"|".join((COMMENT, INDENT, SPACE)), re.DOTALL | re.MULTILINE),
    ".js": re.compile(b"|".join((COMMENT, INDENT)), re.DOTALL | re.MULTILINE),
}
PLAIN = "identity"
# The colours are a file of their own for whoever runs a copy; browsers get both in one request.
SHEET = "site.css"
JOINED = {SHEET: ("theme.css", "style.css"), "outage.css": ("theme.css", "outage.css")}


@dataclass(frozen=True)
class Asset:
    """A file as it is sent: its bytes by encoding, its media type, its hash, and a version made from it."""

    encoded: Mapping[str, bytes]
    kind: str
    integrity: str  # as in `sha256-…`: a browser refuses a file that is not the one the page was made with
    version: str


def init_app(app: Flask) -> None:
    app.extensions[NAME] = assets(ROOT / "static")
    app.add_url_rule("/static/<filename>", "static", _serve)

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, str]) -> None:
        if endpoint == "static":
            values["v"] = _assets()[values["filename"]].version

    app.add_template_global(lambda name: _assets()[name].integrity, "integrity")


def assets(folder: Path) -> Mapping[str, Asset]:
    """Return the files of a folder by name; what is joined is no file of its own."""
    files = {path.name: _content(path) for path in sorted(folder.iterdir()) if path.suffix in KINDS}
    joined = {name: b"\n".join(files[part] for part in parts) for name, parts in JOINED.items()}
    for part in {part for parts in JOINED.values() for part in parts}:
        del files[part]
    return {name: _asset(name, content) for name, content in (files | joined).items()}


def style(*names: str) -> Markup:
    """Return stylesheets as text, for a page that must stand alone."""
    sheets = (_assets()[name].encoded[PLAIN].decode() for name in names)
    return Markup("\n".join(sheets))  # noqa: S704 - our own files, and quotes in them must stay


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return NEEDLESS[path.suffix].sub(b"", content) if path.suffix in NEEDLESS else content


def _asset(name: str, content: bytes) -> Asset:
    kind = KINDS["." + name.rpartition(".")[2]]
    digest = hashlib.sha256(content)
    integrity = f"sha256-{base64.b64encode(digest.digest()).decode()}"
    encoded = {"br": brotli.compress(content), "gzip": gzip.compress(content, mtime=0), PLAIN: content}
    return Asset(encoded, kind, integrity, digest.hexdigest()[:8])


def _serve(filename: str) -> Response:
    asset = _assets().get(filename) or abort(404)
    if request.args.get("v", asset.version) != asset.version:
        abort(404)  # a copy of another version may have it; ours is not what the page was made with
    encoding = request.accept_encodings.best_match(asset.encoded, PLAIN)
    response = Response(asset.encoded[encoding], mimetype=asset.kind)
    response.vary.add("Accept-Encoding")
    if encoding != PLAIN:
        response.content_encoding = encoding
    return response


def _assets() -> Mapping[str, Asset]:
    return cast("Mapping[str, Asset]", current_app.extensions[NAME])
